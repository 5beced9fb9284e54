package io.muster.core.notice;

import io.muster.core.incident.Happened;
import io.muster.core.incident.TicketEvent;
import io.muster.core.timeline.Timeline;

import java.util.List;

/** Whoever works on it hears where else it is kept. */
final class TicketReactions {
    private TicketReactions() {}

    static List<Effect> to(TicketEvent event, Happened happened) {
        return switch (event) {
            case TicketEvent.TicketLinked ignored ->
                    List.of(
                            new Effect.Say(
                                    MessageKey.NONE,
                                    new Notice.Line(
                                            Notice.Tone.PLAIN, Timeline.sentence(happened))));
        };
    }
}
