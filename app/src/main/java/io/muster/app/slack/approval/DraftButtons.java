package io.muster.app.slack.approval;

import com.slack.api.model.block.element.BlockElement;

import io.muster.app.slack.block.Shapes;
import io.muster.core.incident.DutyCase;

import java.util.List;

/** The way from what has to be said to the words that say it. */
public final class DraftButtons {
    private DraftButtons() {}

    /** Writes the notice that a duty asks for; which purpose the words have is asked then. */
    public static List<BlockElement> of(DutyCase duty) {
        String value = duty.incident().id().number() + "||" + duty.rule().name();
        return List.of(Shapes.button("Write the notice", "draft:" + duty.rule().name(), value));
    }
}
