package io.muster.core.document;

import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.audience.Audience;
import io.muster.core.audience.Cell;

import java.time.Duration;
import java.util.List;

/** Whom the escalation matrix wants told, what became of that, and who has seen it. */
final class AudiencesSection implements Section {
    @Override
    public Chapter of(Subject subject, Extent extent) {
        List<List<Phrase>> rows =
                subject.incident().dossier().audiences().all().values().stream()
                        .filter(AudiencesSection::hasSomethingToShow)
                        .map(audience -> row(subject, audience))
                        .toList();
        return new Chapter(
                "Who was told",
                Passage.table(List.of("Audience", "Due", "State", "Seen"), rows).toList());
    }

    /** Who is no longer owed word, and never got it, is nobody's concern. */
    private static boolean hasSomethingToShow(Audience audience) {
        return audience.owed().isPresent()
                || audience.told().isPresent()
                || audience.ruledOut().isPresent();
    }

    private static List<Phrase> row(Subject subject, Audience audience) {
        return List.of(
                Phrase.of(audience.title()),
                Wording.at(audience.owed().map(Cell::due)),
                state(subject, audience),
                seen(audience));
    }

    private static Phrase state(Subject subject, Audience audience) {
        return audience.told()
                .map(word -> told(subject, audience, word))
                .or(() -> audience.ruledOut().map(why -> ruledOut(audience, why)))
                .or(() -> audience.owed().map(cell -> open(subject, cell)))
                .orElse(Wording.NOTHING);
    }

    private static Phrase told(Subject subject, Audience audience, Audience.Word word) {
        Phrase how =
                switch (word.how()) {
                    case CALL -> Phrase.of("called ").everyone(word.people());
                    case MESSAGE -> by(Phrase.of("told ").everyone(word.people()), word);
                    case DIGEST ->
                            Phrase.of("told ").everyone(word.people()).say(" in the daily digest");
                    case EMAIL -> Phrase.of("told by e-mail");
                    case BY_HAND -> by(Phrase.of("told by hand"), word);
                    case EXERCISE ->
                            by(
                                    Phrase.of(
                                            "telling them was exercised, nothing left the building"),
                                    word);
                    case NOTICE ->
                            by(
                                    Phrase.of(
                                            "notice sent: "
                                                    + word.notice()
                                                            .map(Audience.Notice::title)
                                                            .orElse("")),
                                    word);
                };
        return how.say(", ")
                .at(word.at())
                .say(audience.late(subject.now()) ? ", late" : "")
                .then(Wording.because(word.note()));
    }

    private static Phrase by(Phrase told, Audience.Word word) {
        return told.say(" by ").then(Wording.who(word.by()));
    }

    private static Phrase ruledOut(Audience audience, Audience.RuledOut why) {
        Phrase phrase =
                Phrase.of(
                                why.waived().isPresent()
                                        ? "not applicable, it was decided not to notify"
                                        : "not applicable")
                        .then(Wording.because(why.reason()));
        return denied(phrase, audience, why)
                .say(" (")
                .then(Wording.byAndWhen(why.by(), why.at()))
                .say(")");
    }

    private static Phrase denied(Phrase phrase, Audience audience, Audience.RuledOut why) {
        return why.question()
                .flatMap(asked -> audience.owed().flatMap(Cell::question))
                .map(question -> phrase.say(": " + question + " No."))
                .orElse(phrase);
    }

    private static Phrase open(Subject subject, Cell cell) {
        Duration left = Duration.between(subject.now(), cell.due());
        return Phrase.of(
                left.isNegative()
                        ? "overdue by " + Spoken.length(left)
                        : "not told yet, " + Spoken.left(left) + " left");
    }

    /** Those who are not in the chat cannot say that they have seen it. */
    private static Phrase seen(Audience audience) {
        boolean canSay = audience.told().filter(word -> !word.people().isEmpty()).isPresent();
        return audience.seen().stream()
                .map(s -> Phrase.EMPTY.who(s.person()).say(", ").at(s.at()))
                .reduce((one, next) -> one.say("; ").then(next))
                .orElse(canSay ? Phrase.of("not confirmed yet") : Wording.NOTHING);
    }
}
