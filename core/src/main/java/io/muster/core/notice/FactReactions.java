package io.muster.core.notice;

import io.muster.core.Phrase;
import io.muster.core.incident.FactEvent;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.timeline.Timeline;

import java.util.List;

/** Whoever works on it sees what the others found. */
final class FactReactions {
    private FactReactions() {}

    static List<Effect> to(FactEvent event, Happened happened, Incident after) {
        if (event instanceof FactEvent.DetectionRecorded said && said.before().isEmpty()) {
            return List.of(); // part of the declaration, which is announced anyway
        }
        Phrase sentence = Timeline.sentence(happened);
        return List.of(
                new Effect.Say(MessageKey.NONE, new Notice.Line(Notice.Tone.PLAIN, sentence)));
    }
}
