package io.muster.core.timeline;

import io.muster.core.Phrase;
import io.muster.core.audience.Cell;
import io.muster.core.incident.AudienceEvent;

/** How it reads in the timeline that somebody must know, and that they do. */
final class AudienceLines {
    private AudienceLines() {}

    static Phrase what(AudienceEvent event) {
        return switch (event) {
            case AudienceEvent.AudiencesOwed e -> owed(e);
            case AudienceEvent.AudienceTold e -> told(e);
            case AudienceEvent.AudienceSeen e ->
                    Phrase.EMPTY
                            .who(e.person())
                            .say(" has seen it (" + String.join(", ", e.titles()) + ")");
            case AudienceEvent.AudienceNotApplicable e -> notApplicable(e);
            case AudienceEvent.AudienceOwedAgain e ->
                    Phrase.of(e.title() + " must be told after all")
                            .say(e.asked().map(q -> ": " + q + " No longer no").orElse(""));
        };
    }

    private static Phrase owed(AudienceEvent.AudiencesOwed e) {
        Phrase phrase = Phrase.of("By the plan for " + e.severity() + " these must know: ");
        String comma = "";
        for (Cell cell : e.cells()) {
            phrase = phrase.say(comma + cell.title()).then(when(cell));
            comma = ", ";
        }
        if (e.cells().isEmpty()) {
            phrase = phrase.say("nobody");
        }
        return e.dropped().isEmpty()
                ? phrase
                : phrase.say("; no longer owed: " + String.join(", ", e.dropped()));
    }

    private static Phrase when(Cell cell) {
        Phrase when =
                switch (cell.when()) {
                    case AT_ONCE -> Phrase.of(" at once");
                    case WITHIN -> Phrase.of(" by ").at(cell.due());
                    case DIGEST -> Phrase.of(" in the daily digest");
                };
        return cell.question().map(q -> when.say(" (if: " + q + ")")).orElse(when);
    }

    private static Phrase told(AudienceEvent.AudienceTold e) {
        String late = e.late() ? ", late" : "";
        return switch (e.how()) {
            case CALL, MESSAGE ->
                    Phrase.of("Told ").everyone(e.people()).say(" (" + e.title() + ")" + late);
            case DIGEST ->
                    Phrase.of("Told ")
                            .everyone(e.people())
                            .say(" (" + e.title() + ") in the daily digest" + late);
            case EMAIL -> Phrase.of(e.title() + " told by e-mail" + late);
            case BY_HAND -> Phrase.of(e.title() + " told by hand" + late + ": ").quote(e.note());
            case NOTICE -> byNotice(e, late);
            case EXERCISE ->
                    Phrase.of(
                                    "Exercised, nothing left the building: "
                                            + e.title()
                                            + " told"
                                            + late
                                            + e.notice().map(n -> " by " + n.title()).orElse("")
                                            + ": ")
                            .quote(e.note());
        };
    }

    private static Phrase byNotice(AudienceEvent.AudienceTold e, String late) {
        Phrase told = Phrase.of(e.title() + " told by notice" + late);
        return e.notice()
                .map(n -> told.say(": " + n.title() + ", sent ").at(n.sentAt()))
                .orElse(told)
                .say("; proof: ")
                .quote(e.note());
    }

    private static Phrase notApplicable(AudienceEvent.AudienceNotApplicable e) {
        Phrase phrase =
                Phrase.of(
                        e.title()
                                + " need not be told: "
                                + (e.waived().isPresent() ? "it was decided not to notify, " : ""));
        Phrase asked = e.asked().map(q -> phrase.say(q + " No.")).orElse(phrase);
        boolean both = e.asked().isPresent() && !e.reason().isBlank();
        return e.reason().isBlank() ? asked : asked.say(both ? " " : "").quote(e.reason());
    }
}
