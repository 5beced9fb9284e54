package io.muster.core.document;

import io.muster.core.Phrase;
import io.muster.core.reach.Reach;

import java.util.List;

/** Who was reached beside the chat, by which way, and the proof of it. */
final class ReachSection implements Section {
    @Override
    public Chapter of(Subject subject, Extent extent) {
        List<List<Phrase>> rows =
                subject.incident().dossier().reaches().all().stream()
                        .map(ReachSection::row)
                        .toList();
        return new Chapter(
                "Reached beside the chat",
                Passage.table(List.of("When", "Whom", "By", "For", "Outcome"), rows).toList());
    }

    private static List<Phrase> row(Reach reach) {
        return List.of(
                Phrase.EMPTY.at(reach.ordered()),
                reach.way().webhook().isEmpty() || reach.to().person().isPresent()
                        ? reach.to().who()
                        : Wording.NOTHING,
                Phrase.of(reach.way().words()),
                Phrase.of(
                        reach.matter().words()
                                + (reach.as().isBlank() ? "" : " (" + reach.as() + ")")),
                outcome(reach));
    }

    private static Phrase outcome(Reach reach) {
        return reach.outcome()
                .map(o ->
                        o.delivered()
                                ? Phrase.of("delivered ").at(o.at()).say(", ").code(o.words())
                                : Phrase.of("failed ").at(o.at()).say(": " + o.words()))
                .orElse(Phrase.of("on its way"));
    }
}
