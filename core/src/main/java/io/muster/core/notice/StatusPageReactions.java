package io.muster.core.notice;

import io.muster.core.Phrase;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.StatusPageEvent;
import io.muster.core.statuspage.Publication;
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

    /** It is over, and the public still reads that it is not. */
    static List<Effect> left(Happened happened, Incident after) {
        boolean over =
                happened.event() instanceof IncidentEvent.Resolved
                        || happened.event() instanceof IncidentEvent.Closed
                        || happened.event() instanceof IncidentEvent.Dismissed;
        return !over || after.header().isPrivate()
                ? List.of()
                : after.dossier()
                        .published()
                        .current()
                        .map(p -> Reactions.line(Notice.Tone.WEIGHTY, stillSays(p)))
                        .orElse(List.of());
    }

    private static Phrase stillSays(Publication last) {
        return Phrase.of("The status page still says ")
                .strong(last.bulletin().state().title())
                .say(": tell the public how it stands with ")
                .code("/incident statuspage")
                .say(".");
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
