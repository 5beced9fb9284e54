package io.muster.app.slack.duty;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;

import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Shapes;
import io.muster.core.duty.Standing;
import io.muster.core.incident.DutyCase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is left to say of a notice that was sent: that more was sent, and why it was late. */
final class SentForms {
    static final String AGAIN = "duty-again";
    static final String LATE = "duty-late";

    private SentForms() {}

    /** The buttons below what was sent; none below a decision not to notify. */
    static List<BlockElement> buttons(DutyCase duty) {
        Optional<Standing.Discharged> sent = duty.standing().discharged();
        List<BlockElement> row = new ArrayList<>();
        if (sent.filter(s -> lacksReasons(duty, s)).isPresent()) {
            row.add(button("Say why it was late", LATE, duty));
        }
        if (sent.isPresent()) {
            row.add(button("Record another submission", AGAIN, duty));
        }
        return row;
    }

    private static boolean lacksReasons(DutyCase duty, Standing.Discharged sent) {
        return sent.lateBecause().isBlank() && duty.sentLate(sent.sentAt());
    }

    private static BlockElement button(String label, String action, DutyCase duty) {
        String name = duty.rule().name().value();
        return Shapes.button(
                label, action + ":" + name, duty.incident().id().number() + "|" + name);
    }

    static View again(IncidentView view, DutyCase duty) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(DutyForms.heading(duty));
        blocks.add(
                Shapes.context(
                        "A correction, or an update. What was sent first stays as it is recorded."));
        blocks.add(Forms.when(DutyForms.WHEN, "When was it sent?", DutyForms.NOW_IF_EMPTY));
        blocks.add(
                Forms.lines(
                        DutyForms.PROOF,
                        "By what can it be shown?",
                        "Reference number, link, message id. It shows sending, not receipt.",
                        "",
                        false));
        if (duty.wantsApproval()) {
            blocks.add(
                    Forms.line(
                            DutyForms.APPROVER,
                            "Who approved the words?",
                            "If they were written here, mark that notice as sent instead.",
                            ""));
        }
        return Forms.modal(
                AGAIN, "Another submission", "Record", DutyForms.metadata(view, duty), blocks);
    }

    static View late(IncidentView view, DutyCase duty) {
        return DutyForms.reason(
                view,
                duty,
                LATE,
                "Why it was late",
                "Record",
                "Why was it late?",
                duty.rule().lateNeedsReasons() ? "The law wants the reasons with it." : "");
    }
}
