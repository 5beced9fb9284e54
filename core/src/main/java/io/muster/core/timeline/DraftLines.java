package io.muster.core.timeline;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Request;
import io.muster.core.approval.Revision;
import io.muster.core.incident.DraftEvent;

import java.util.List;

/** How it reads in the timeline: which words, by their hash, and not the words themselves. */
final class DraftLines {
    private DraftLines() {}

    static Phrase what(DraftEvent event) {
        Phrase draft = Phrase.of(Draft.label(event.number()));
        return switch (event) {
            case DraftEvent.DraftWritten e ->
                    text(draft.say(" (" + e.title() + ") drafted"), 1, e.hash());
            case DraftEvent.DraftRevised e ->
                    text(draft.say(" changed"), e.revision(), e.hash())
                            .then(voided(e.voided(), e.wasReleased()));
            case DraftEvent.DraftSubmitted e ->
                    text(draft.say(" submitted for review"), e.revision(), e.hash())
                            .then(asked(e.asked()));
            case DraftEvent.DraftReviewPassedOn e -> passedOn(e, draft);
            case DraftEvent.DraftApproved e ->
                    text(draft.say(" approved" + as(e.titles())), e.revision(), e.hash())
                            .say(e.enough() ? ": every approval it needs" : "");
            case DraftEvent.DraftChangesAsked e ->
                    draft.say(": changes asked (revision " + e.revision() + "): ").quote(e.what());
            case DraftEvent.DraftReleased e ->
                    text(draft.say(" released for sending"), e.revision(), e.hash());
            case DraftEvent.DraftSent e -> sent(e, draft);
            case DraftEvent.DraftWithdrawn e -> draft.say(" withdrawn: ").quote(e.reason());
        };
    }

    private static Phrase text(Phrase phrase, int revision, String hash) {
        return phrase.say(" (revision " + revision + ", sha-256 ")
                .code(Revision.shortHash(hash))
                .say(")");
    }

    private static Phrase voided(List<PersonId> people, boolean wasReleased) {
        Phrase lost =
                people.isEmpty()
                        ? Phrase.EMPTY
                        : Phrase.of("; the approval of ").everyone(people).say(" no longer counts");
        return wasReleased ? lost.say("; it is no longer released") : lost;
    }

    private static Phrase asked(List<Request> requests) {
        Phrase phrase = Phrase.EMPTY;
        for (Request request : requests) {
            phrase =
                    phrase.say(phrase.isEmpty() ? "; asked: " : ", ")
                            .then(
                                    request.person()
                                            .map(Phrase.EMPTY::who)
                                            .orElse(Phrase.of("nobody")))
                            .say(" (" + request.title() + ")");
        }
        return phrase;
    }

    private static Phrase passedOn(DraftEvent.DraftReviewPassedOn e, Phrase draft) {
        Phrase phrase = draft.say(": review (" + e.title() + ") passed on");
        Phrase from = e.from().map(p -> phrase.say(" from ").who(p)).orElse(phrase);
        return e.to().map(p -> from.say(" to ").who(p))
                .orElseGet(() -> from.say(" to nobody: nobody else holds the role"));
    }

    private static String as(List<String> titles) {
        return titles.isEmpty() ? "" : " as " + String.join(" and ", titles);
    }

    private static Phrase sent(DraftEvent.DraftSent e, Phrase draft) {
        Phrase phrase =
                text(
                                draft.say(e.exercise() ? " sent as an exercise" : " sent"),
                                e.revision(),
                                e.hash())
                        .say(" at ")
                        .at(e.sentAt())
                        .say(" by ")
                        .quote(e.how())
                        .say(", to ")
                        .quote(e.recipients())
                        .say("; proof: ")
                        .quote(e.proof());
        return e.compared() ? phrase.say("; the words that went out were compared") : phrase;
    }
}
