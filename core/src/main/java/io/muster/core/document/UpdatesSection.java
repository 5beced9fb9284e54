package io.muster.core.document;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.incident.IncidentEvent;

import java.util.ArrayList;
import java.util.List;

/** What those inside were told, newest first: that is the one that counts. */
final class UpdatesSection implements Section {
    @Override
    public Chapter of(Subject subject, Extent extent) {
        List<Subject.Told<IncidentEvent.UpdatePosted>> all =
                subject.all(IncidentEvent.UpdatePosted.class).reversed();
        if (all.isEmpty()) {
            return Chapter.none("Status updates");
        }
        int shown = Math.min(all.size(), extent.updates());
        List<Phrase> lines =
                new ArrayList<>(all.subList(0, shown).stream().map(UpdatesSection::line).toList());
        if (shown < all.size()) {
            lines.add(
                    Phrase.of(
                            "… "
                                    + Spoken.count(all.size() - shown, "earlier update")
                                    + " in the exported file"));
        }
        return new Chapter("Status updates", List.of(new Passage.Bullets(lines)));
    }

    private static Phrase line(Subject.Told<IncidentEvent.UpdatePosted> told) {
        IncidentEvent.UpdatePosted e = told.event();
        return Phrase.EMPTY
                .strong("Update " + e.number())
                .say(", ")
                .then(Wording.byAndWhen(told.happened()))
                .say(": ")
                .quote(e.known())
                .then(part("Doing", e.doing()))
                .then(part("Need", e.need()));
    }

    private static Phrase part(String label, FreeText text) {
        return text.isBlank() ? Phrase.EMPTY : Phrase.of(" · " + label + ": ").quote(text);
    }
}
