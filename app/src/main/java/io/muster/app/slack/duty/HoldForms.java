package io.muster.app.slack.duty;

import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;

import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Shapes;
import io.muster.core.incident.DutyCase;

import java.util.List;
import java.util.Optional;

/** A notice waits on a ground that the law names, or need not wait any longer. */
final class HoldForms {
    static final String HOLD = "duty-hold";
    static final String RELEASE = "duty-release";
    static final String GROUND = "ground";

    private HoldForms() {}

    static View hold(IncidentView view, DutyCase duty) {
        List<OptionObject> grounds =
                duty.rule().holds().stream().map(h -> ground(h.name(), h.text())).toList();
        return Forms.modal(
                HOLD,
                "Put on hold",
                "Hold",
                DutyForms.metadata(view, duty),
                List.of(
                        DutyForms.heading(duty),
                        Forms.choice(GROUND, "On which ground?", grounds, Optional.empty(), false),
                        Forms.when(
                                DutyForms.WHEN,
                                "Until when?",
                                "It is due then, if it was due before."),
                        Forms.lines(
                                DutyForms.WHY,
                                "Who asked for it, and where is that written?",
                                "",
                                "",
                                false)));
    }

    /** An option's text is short; what does not fit stands below it. */
    private static OptionObject ground(String name, String text) {
        if (text.length() <= Shapes.OPTION) {
            return Shapes.option(text, name);
        }
        int space = text.lastIndexOf(' ', Shapes.OPTION - 2);
        int cut = space > 0 ? space : Shapes.OPTION - 1;
        return Shapes.option(
                text.substring(0, cut) + "…", name, "… " + text.substring(cut).strip());
    }

    static View release(IncidentView view, DutyCase duty) {
        return DutyForms.reason(
                view,
                duty,
                RELEASE,
                "Lift the hold",
                "Lift",
                "Why need it not wait any longer?",
                "");
    }
}
