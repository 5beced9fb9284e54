package io.muster.core.document;

import io.muster.core.Phrase;
import io.muster.core.action.ActionItem;

import java.util.List;

/** What is done so that it does not happen again: by whom, by when, and whether it is. */
final class ActionsSection implements Section {
    @Override
    public Chapter of(Subject subject, Extent extent) {
        List<List<Phrase>> rows =
                subject.incident().dossier().actions().all().stream()
                        .map(item -> row(subject, item))
                        .toList();
        return new Chapter(
                "Action items",
                Passage.table(List.of("No.", "What", "Owner", "Due", "State"), rows).toList());
    }

    private static List<Phrase> row(Subject subject, ActionItem item) {
        return List.of(
                Phrase.of(String.valueOf(item.number())),
                what(item),
                Phrase.EMPTY.who(item.owner()),
                Phrase.of(item.dayInWords()),
                state(subject, item));
    }

    private static Phrase what(ActionItem item) {
        Phrase what = Phrase.EMPTY.quote(item.text());
        return item.ticket().isBlank() ? what : what.say(" · ticket ").quote(item.ticket());
    }

    private static Phrase state(Subject subject, ActionItem item) {
        Phrase word =
                switch (item.state()) {
                    case OPEN -> Phrase.of(item.overdue(subject.now()) ? "overdue" : "open");
                    case DONE -> doneBy(item, "done");
                    case VERIFIED -> doneBy(item, "verified, done");
                    case DROPPED -> Phrase.of("dropped");
                };
        return word.then(Wording.because(item.outcome()));
    }

    private static Phrase doneBy(ActionItem item, String word) {
        return item.doneBy()
                .map(by -> Phrase.of(word + " by ").then(Wording.who(by)))
                .orElse(Phrase.of(word));
    }
}
