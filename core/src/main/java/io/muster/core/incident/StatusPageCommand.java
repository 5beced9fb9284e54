package io.muster.core.incident;

import io.muster.core.policy.Act;
import io.muster.core.statuspage.Bulletin;

import java.util.Optional;

/** What the public shall read. */
public sealed interface StatusPageCommand extends DossierCommand {
    /**
     * Put this on the status page: at once, or after approval and release if the policy has the
     * purpose {@link Bulletin#PURPOSE}.
     */
    record PublishStatus(Bulletin bulletin) implements StatusPageCommand {}

    @Override
    default Optional<Act> act() {
        return Optional.of(Act.DRAFT);
    }
}
