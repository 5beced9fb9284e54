package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.statuspage.Affected;
import io.muster.core.statuspage.PageState;

import java.util.List;
import java.util.Optional;

/** The public was told. */
public sealed interface StatusPageEvent extends DossierEvent {
    /**
     * These very words are on the status page.
     *
     * @param title what the public calls the incident
     * @param hash of title, state, components and text as they were written
     * @param draft the draft that was approved and released, if the policy asks for that
     * @param exercise it was a drill: the public saw nothing
     */
    record StatusPublished(
            FreeText title,
            PageState state,
            List<Affected> affected,
            FreeText text,
            String hash,
            Optional<Integer> draft,
            boolean exercise)
            implements StatusPageEvent {
        public StatusPublished {
            affected = List.copyOf(affected);
        }
    }
}
