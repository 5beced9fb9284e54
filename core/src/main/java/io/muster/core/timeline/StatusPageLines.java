package io.muster.core.timeline;

import io.muster.core.Phrase;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Revision;
import io.muster.core.incident.StatusPageEvent;
import io.muster.core.statuspage.Affected;

/** How it reads in the timeline: all that the public was told, and by which hash. */
final class StatusPageLines {
    private StatusPageLines() {}

    static Phrase what(StatusPageEvent event) {
        return switch (event) {
            case StatusPageEvent.StatusPublished e -> published(e);
        };
    }

    private static Phrase published(StatusPageEvent.StatusPublished e) {
        Phrase phrase =
                Phrase.of(
                                e.exercise()
                                        ? "Status page exercised, nothing was public: "
                                        : "On the status page: ")
                        .strong(e.state().title())
                        .say(", ")
                        .quote(e.title());
        for (Affected affected : e.affected()) {
            phrase = phrase.say("; " + affected.component() + ": " + affected.state().title());
        }
        Phrase words =
                phrase.say(". ")
                        .quote(e.text())
                        .say(" (sha-256 ")
                        .code(Revision.shortHash(e.hash()));
        return e.draft()
                .map(number -> words.say(", released as " + Draft.label(number) + ")"))
                .orElse(words.say(")"));
    }
}
