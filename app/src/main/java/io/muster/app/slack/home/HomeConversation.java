package io.muster.app.slack.home;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;

import io.muster.app.desk.DutyDesk;
import io.muster.app.desk.ProgramDesk;
import io.muster.app.slack.Delivered;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Reception;
import io.muster.app.slack.action.ActionSheet;
import io.muster.app.slack.approval.WaitingApprovals;
import io.muster.app.slack.block.DutyClocks;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.app.slack.oncall.HomeOnCall;
import io.muster.app.slack.program.PlanLine;
import io.muster.core.PersonId;
import io.muster.db.incident.BoardRow;

import java.util.ArrayList;
import java.util.List;

/** The app's Home: declare, what is open, who is on duty. Made from the database alone. */
public final class HomeConversation {
    private static final int SHOWN = 20;

    private final Reception reception;
    private final Modals modals;
    private final ProgramDesk program;
    private final DutyDesk duty;

    /** In front of this reception. */
    public HomeConversation(
            Reception reception, Modals modals, ProgramDesk program, DutyDesk duty) {
        this.reception = reception;
        this.modals = modals;
        this.program = program;
        this.duty = duty;
    }

    /** Somebody opened the Home. */
    public void opened(Delivered from) {
        modals.publishHome(from.by().value(), home(from.by()));
    }

    private View home(PersonId reader) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Shapes.header("Muster"));
        blocks.add(
                Shapes.actions(
                        "home",
                        List.of(
                                Shapes.primary("Declare an incident", "declare", "home"),
                                Shapes.button("Report in private", "report", "home"))));
        blocks.addAll(LeftoverConversation.blocks(reception, reader));
        blocks.addAll(WaitingApprovals.home(reception, reader));
        blocks.add(Shapes.divider());
        blocks.addAll(open(reader));
        blocks.addAll(MyTasks.blocks(reception, reader));
        blocks.addAll(MyReviews.blocks(reception, reader));
        blocks.add(Shapes.divider());
        blocks.addAll(ActionSheet.blocks(reception.records().actions().of(reader)));
        blocks.add(Shapes.divider());
        blocks.addAll(HomeOnCall.blocks(duty.seen(), reception.policy()));
        blocks.add(Shapes.divider());
        blocks.addAll(PlanLine.of(program.seen()));
        return View.builder().type("home").blocks(blocks).build();
    }

    private List<LayoutBlock> open(PersonId reader) {
        List<BoardRow> rows = reception.records().open(reader);
        List<LayoutBlock> blocks = new ArrayList<>();
        if (rows.isEmpty()) {
            blocks.add(Shapes.section("*Open incidents*\nNone. All quiet."));
            return blocks;
        }
        blocks.add(Shapes.section("*Open incidents* (" + rows.size() + ")"));
        for (BoardRow row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
            String duties = reception.view(row.id(), reader).map(DutyClocks::atHome).orElse("");
            blocks.add(Shapes.section(line(row) + duties));
        }
        if (rows.size() > SHOWN) {
            blocks.add(
                    Shapes.context("… and " + (rows.size() - SHOWN) + " more: `/incident list`"));
        }
        return blocks;
    }

    private static String line(BoardRow row) {
        String where = row.channel().map(Mrkdwn::channel).orElse("channel is being opened");
        String who = row.commander().map(Mrkdwn::mention).orElse("nobody commands yet");
        return (row.drill() ? "🧪 DRILL " : "")
                + "*"
                + row.severity()
                + " "
                + row.id()
                + "* "
                + Mrkdwn.escape(row.title())
                + "\n"
                + where
                + " · "
                + who
                + " · since "
                + Mrkdwn.dateTime(row.declaredAt());
    }
}
