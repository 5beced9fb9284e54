package io.muster.core.document;

import io.muster.core.Phrase;
import io.muster.core.checklist.Checklists;
import io.muster.core.checklist.Tick;
import io.muster.core.incident.Incident;
import io.muster.core.policy.Item;
import io.muster.core.policy.Phase;

import java.util.ArrayList;
import java.util.List;

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
        String required = item.required() ? " (required)" : "";
        return incident.checklists()
                .tick(item.name())
                .map(tick -> Phrase.of("✅ " + item.text() + required + " · done ").then(done(tick)))
                .orElse(Phrase.of("◻️ " + item.text() + required + " · open"));
    }

    private static Phrase done(Tick tick) {
        Phrase phrase = Phrase.of("by ").then(Wording.byAndWhen(tick.by(), tick.at()));
        return tick.byItself() ? phrase.say(", shown by the record") : phrase;
    }
}
