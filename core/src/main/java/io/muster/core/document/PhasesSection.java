package io.muster.core.document;

import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.checklist.Checklists;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.Workstream;
import io.muster.core.policy.Item;
import io.muster.core.policy.Phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The workstreams: what began and ended when, by whose hand, and how far each one is. */
final class PhasesSection implements Section {
    @Override
    public Chapter of(Subject subject, Extent extent) {
        List<List<Phrase>> rows =
                subject.policy().phases().stream().map(phase -> row(subject, phase)).toList();
        return new Chapter(
                "Phases",
                Passage.table(List.of("Phase", "Started", "Finished", "Checklist"), rows).toList());
    }

    private static List<Phrase> row(Subject subject, Phase phase) {
        Optional<Workstream> work = subject.incident().phases().find(phase.name());
        List<Phrase> row = new ArrayList<>();
        row.add(Phrase.of(phase.title()));
        row.add(
                work.map(w -> Wording.byAndWhen(w.startedBy(), w.startedAt()))
                        .orElse(Phrase.of("not yet")));
        row.add(finished(subject, phase, work));
        row.add(Phrase.of(progress(subject.incident(), phase)));
        return row;
    }

    private static Phrase finished(Subject subject, Phase phase, Optional<Workstream> work) {
        if (work.flatMap(Workstream::finishedAt).isEmpty()) {
            return work.isPresent() ? Phrase.of("under way") : Wording.NOTHING;
        }
        return subject.last(IncidentEvent.PhaseFinished.class, e -> e.phase().equals(phase.name()))
                .map(told -> finished(told))
                .orElse(Wording.NOTHING);
    }

    private static Phrase finished(Subject.Told<IncidentEvent.PhaseFinished> told) {
        Phrase phrase = Wording.byAndWhen(told.happened());
        List<?> open = told.event().leftOpen();
        return open.isEmpty()
                ? phrase
                : phrase.say(", with " + Spoken.count(open.size(), "required item") + " left open")
                        .then(Wording.because(told.event().override()));
    }

    private static String progress(Incident incident, Phase phase) {
        List<Item> items = Checklists.meant(phase, incident.severity(), incident.header().kinds());
        long settled = items.stream().filter(i -> incident.checklists().settled(i.name())).count();
        return settled + " of " + items.size();
    }
}
