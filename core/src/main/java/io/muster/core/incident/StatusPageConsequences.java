package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Revision;
import io.muster.core.statuspage.Bulletin;

import java.util.Optional;

/** Words for Muster's own status page need nobody to send them: released, they are on the page. */
final class StatusPageConsequences {
    private static final FreeText HOW = new FreeText("Muster's status page");
    private static final FreeText EVERYONE = new FreeText("everyone");
    private static final FreeText PROOF = new FreeText("/status");

    private StatusPageConsequences() {}

    static void follow(Unfolding unfolding) {
        for (IncidentEvent event : unfolding.events()) {
            if (event instanceof DraftEvent.DraftReleased released) {
                unfolding
                        .incident()
                        .dossier()
                        .drafts()
                        .find(released.number())
                        .ifPresent(draft -> appear(unfolding, draft));
            }
        }
    }

    /** What became private after it was approved stays in the building. */
    private static void appear(Unfolding unfolding, Draft draft) {
        Incident incident = unfolding.incident();
        Revision words = draft.current();
        Optional<Bulletin> bulletin =
                Bulletin.of(words.wording()).filter(b -> !incident.header().isPrivate());
        if (bulletin.isEmpty()) {
            return;
        }
        unfolding.happens(
                StatusPageRules.published(
                        incident, bulletin.get(), words.hash(), Optional.of(draft.number())));
        unfolding.happens(
                new DraftEvent.DraftSent(
                        draft.number(),
                        words.number(),
                        words.hash(),
                        unfolding.moment().now(),
                        HOW,
                        EVERYONE,
                        PROOF,
                        true,
                        incident.header().drill(),
                        unfolding.moment().by().person()));
        unfolding.happens(SubmissionRules.of(incident, draft, unfolding.moment().now(), PROOF));
    }
}
