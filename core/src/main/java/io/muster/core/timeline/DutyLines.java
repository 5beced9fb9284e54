package io.muster.core.timeline;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.incident.DutyEvent;

import java.time.Instant;
import java.util.Optional;

/** How the telling of those outside reads in the timeline. */
final class DutyLines {
    private DutyLines() {}

    static Phrase what(DutyEvent event) {
        return switch (event) {
            case DutyEvent.DutyDischarged e ->
                    sent("Sent: " + e.title(), e.sentAt(), e.proof(), e.draft());
            case DutyEvent.DutyExercised e ->
                    sent(
                            "Exercised, nothing left the building: " + e.title(),
                            e.sentAt(),
                            e.proof(),
                            e.draft());
            case DutyEvent.DutySentAgain e -> again(e);
            case DutyEvent.DutySentOutside e ->
                    because(
                            "Sent outside Muster (" + e.title() + "), approval named",
                            e.approver());
            case DutyEvent.DutyDelayExplained e ->
                    because("Why it was late (" + e.title() + ")", e.reason());
            case DutyEvent.DutyWaived e ->
                    because("Decided not to notify (" + e.title() + ")", e.reason());
            case DutyEvent.DutyTakenBack e ->
                    because("Taken back, it is owed again (" + e.title() + ")", e.reason());
            case DutyEvent.DutyHeld e ->
                    because(
                            Phrase.of("On hold until ")
                                    .at(e.until())
                                    .say(" (" + e.title() + "), on this ground: " + e.ground()),
                            e.reason());
            case DutyEvent.DutyReleased e ->
                    because("No longer on hold (" + e.title() + ")", e.reason());
            case DutyEvent.VendorToldUs e ->
                    because(
                            Phrase.of("Told by the vendor ")
                                    .quote(e.vendor())
                                    .say(" ")
                                    .at(e.toldAt()),
                            e.said());
            case DutyEvent.SeverityReached e ->
                    Phrase.of("First time at " + e.severity() + ", from which a duty counts");
        };
    }

    private static Phrase again(DutyEvent.DutySentAgain e) {
        String word =
                e.exercise() ? "Exercised again, nothing left the building: " : "Sent again: ";
        Phrase sent = sent(word + e.title(), e.sentAt(), e.proof(), e.draft());
        return e.outside().isBlank()
                ? sent
                : sent.say(", outside Muster, approval named: ").quote(e.outside());
    }

    private static Phrase sent(String what, Instant at, FreeText proof, Optional<Integer> draft) {
        return Phrase.of(what + ", ")
                .at(at)
                .say(" (")
                .quote(proof)
                .say(draft.map(n -> "; draft " + n).orElse("") + ")");
    }

    private static Phrase because(String what, FreeText reason) {
        return because(Phrase.of(what), reason);
    }

    private static Phrase because(Phrase what, FreeText reason) {
        return reason.isBlank() ? what : what.say(": ").quote(reason);
    }
}
