package io.muster.app.slack.program;

import com.slack.api.model.block.LayoutBlock;

import io.muster.app.desk.ProgramDesk;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.Document;

import java.util.List;

/** The plan in one line, for the Home. */
public final class PlanLine {
    private PlanLine() {}

    /** Which plan is in force, what is owed to it next, and the way to see it. */
    public static List<LayoutBlock> of(ProgramDesk.Seen seen) {
        Document document = seen.policy().document();
        String plan =
                "*The plan*\n"
                        + Mrkdwn.escape(document.id() + ", version " + document.version())
                        + " · "
                        + next(seen);
        return List.of(
                Shapes.section(plan),
                Shapes.actions(
                        "home-plan", List.of(Shapes.button("See the plan", "plan", "plan"))));
    }

    private static String next(ProgramDesk.Seen seen) {
        return seen.program().obligations().open().stream()
                .findFirst()
                .map(o -> Mrkdwn.escape(o.title()) + " " + due(o, seen))
                .orElse("nothing is owed to it");
    }

    static String due(Obligation owed, ProgramDesk.Seen seen) {
        return owed.late(seen.now())
                ? "⏰ *overdue* since " + Mrkdwn.dateTime(owed.due())
                : "due " + Mrkdwn.dateTime(owed.due());
    }
}
