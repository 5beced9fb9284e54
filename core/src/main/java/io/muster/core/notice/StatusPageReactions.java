package io.muster.core.notice;

import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.StatusPageEvent;
import io.muster.core.timeline.Timeline;

import java.util.List;
import java.util.stream.Stream;

/** Whoever works on it reads what the public reads, and the public is told. */
final class StatusPageReactions {
    private StatusPageReactions() {}

    static List<Effect> to(StatusPageEvent event, Happened happened, Incident after) {
        return switch (event) {
            case StatusPageEvent.StatusPublished e ->
                    Stream.concat(
                                    Stream.of(
                                            new Effect.Say(
                                                    MessageKey.NONE,
                                                    new Notice.Line(
                                                            Notice.Tone.WEIGHTY,
                                                            Timeline.sentence(happened)))),
                                    toFollowers(e, after))
                            .toList();
        };
    }

    /** Of a drill or of what is private nobody outside hears. */
    private static Stream<Effect> toFollowers(
            StatusPageEvent.StatusPublished event, Incident after) {
        if (event.exercise() || after.header().isPrivate()) {
            return Stream.empty();
        }
        int number = after.dossier().published().all().size();
        return Stream.of(
                new Effect.ToFollowers.CallStatusHooks(number, event.hash()),
                new Effect.ToFollowers.SpreadStatus(number, event.hash()));
    }
}
