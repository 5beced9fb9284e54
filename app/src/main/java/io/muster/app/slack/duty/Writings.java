package io.muster.app.slack.duty;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;

import io.muster.app.slack.block.IncidentView;
import io.muster.core.incident.DutyCase;

import java.util.List;

/**
 * The words of notices beside the duties that ask for them. Only ever shown, never written here.
 */
public interface Writings {
    /** How far the words for this duty are, one notice a line; markup. */
    List<String> lines(DutyCase duty);

    /** What can be done about the words for this duty while it is owed. */
    List<BlockElement> buttons(DutyCase duty);

    /** The way to what was written for this duty, and to an update of what was sent. */
    List<BlockElement> written(DutyCase duty);

    /** What can be done about words that no duty asks for. */
    List<BlockElement> head(IncidentView view);

    /** The notices that no duty asks for, in at most two blocks. */
    List<LayoutBlock> others(IncidentView view);
}
