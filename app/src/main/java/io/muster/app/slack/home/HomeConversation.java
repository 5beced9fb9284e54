package io.muster.app.slack.home;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;

import io.muster.app.desk.DutyDesk;
import io.muster.app.desk.ProgramDesk;
import io.muster.app.slack.Delivered;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Reception;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Shapes;
import io.muster.app.slack.oncall.HomeOnCall;
import io.muster.app.slack.picture.HomeFigures;
import io.muster.app.slack.program.PlanLine;
import io.muster.core.PersonId;

import java.util.ArrayList;
import java.util.List;

/**
 * The app's Home: declare; what waits for the reader; which clocks run; what is open; who is on
 * duty; what is still to be done and learnt. Made from the database alone, and within Slack's
 * hundred blocks however much there is.
 */
public final class HomeConversation {
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
        List<IncidentView> open = reception.openInFull(reader);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Shapes.header("Muster"));
        blocks.add(
                Shapes.actions(
                        "home",
                        List.of(
                                Shapes.primary("Declare an incident", "declare", "home"),
                                Shapes.button("Report in private", "report", "home"))));
        blocks.addAll(LeftoverConversation.blocks(reception, reader));
        blocks.addAll(yours(reader, open));
        blocks.add(Shapes.divider());
        blocks.addAll(RunningClocks.blocks(open));
        blocks.add(Shapes.divider());
        blocks.addAll(OpenIncidents.blocks(open));
        blocks.add(Shapes.divider());
        blocks.addAll(HomeOnCall.blocks(duty.seen(), reception.policy()));
        blocks.add(Shapes.divider());
        blocks.addAll(MyActions.blocks(reception.records().actions().of(reader)));
        blocks.addAll(MyReviews.blocks(reception, reader));
        blocks.add(Shapes.divider());
        blocks.addAll(HomeFigures.blocks(reception));
        blocks.add(Shapes.divider());
        blocks.addAll(PlanLine.of(program.seen()));
        return View.builder().type("home").blocks(blocks).build();
    }

    private List<LayoutBlock> yours(PersonId reader, List<IncidentView> open) {
        List<LayoutBlock> blocks = new ArrayList<>(MyTasks.blocks(reception, reader, open));
        blocks.addAll(MyApprovals.blocks(reception, reader));
        return blocks.isEmpty()
                ? List.of(Shapes.section("*For you*\nNothing waits for you right now."))
                : blocks;
    }
}
