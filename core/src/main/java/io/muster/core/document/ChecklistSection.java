package io.muster.core.document;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.checklist.Checklists;
import io.muster.core.checklist.NotApplicable;
import io.muster.core.checklist.Reference;
import io.muster.core.checklist.Tick;
import io.muster.core.incident.Incident;
import io.muster.core.policy.Item;
import io.muster.core.policy.Phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every item with who ticked it and when. No boxes that could be ticked here: a tick counts only
 * where it is recorded.
 */
final class ChecklistSection implements Section {
    @Override
    public Chapter of(Subject subject, Extent extent) {
        Incident incident = subject.incident();
        List<Passage> passages = new ArrayList<>();
        for (Phase phase : subject.policy().phases()) {
            List<Item> items =
                    Checklists.meant(phase, incident.severity(), incident.header().kinds());
            if (!items.isEmpty()) {
                passages.add(new Passage.Subtitle(phase.title()));
                passages.add(
                        new Passage.Bullets(
                                items.stream().map(item -> line(incident, item)).toList()));
            }
        }
        return new Chapter("Checklists", passages);
    }

    private static Phrase line(Incident incident, Item item) {
        Checklists lists = incident.checklists();
        String text = item.text() + (item.required() ? " (required)" : "");
        Phrase state =
                lists.tick(item.name())
                        .map(tick -> Phrase.of("✅ " + text + " · done ").then(done(tick)))
                        .or(() -> lists.notApplicable(item.name()).map(na -> ruledOut(text, na)))
                        .orElseGet(() -> open(text, lists.assignee(item.name())));
        for (Reference proof : lists.references(item.name())) {
            state = state.say(" · proof: ").quote(proof.text());
        }
        return state;
    }

    private static Phrase ruledOut(String text, NotApplicable ruling) {
        return Phrase.of("➖ " + text + " · not applicable")
                .then(Wording.because(ruling.because()))
                .say(" (")
                .then(Wording.byAndWhen(ruling.by(), ruling.at()))
                .say(")");
    }

    private static Phrase open(String text, Optional<PersonId> assignee) {
        Phrase phrase = Phrase.of("◻️ " + text + " · open");
        return assignee.map(person -> phrase.say(", with ").who(person)).orElse(phrase);
    }

    private static Phrase done(Tick tick) {
        Phrase phrase = Phrase.of("by ").then(Wording.byAndWhen(tick.by(), tick.at()));
        return tick.byItself() ? phrase.say(", shown by the record") : phrase;
    }
}
