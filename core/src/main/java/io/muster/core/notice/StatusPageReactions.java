package io.muster.core.notice;

import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.StatusPageEvent;
import io.muster.core.timeline.Timeline;

import java.util.List;

/** Whoever works on it reads what the public reads. */
final class StatusPageReactions {
    private StatusPageReactions() {}

    static List<Effect> to(StatusPageEvent event, Happened happened, Incident after) {
        return switch (event) {
            case StatusPageEvent.StatusPublished ignored ->
                    List.of(
                            new Effect.Say(
                                    MessageKey.NONE,
                                    new Notice.Line(
                                            Notice.Tone.WEIGHTY, Timeline.sentence(happened))));
        };
    }
}
