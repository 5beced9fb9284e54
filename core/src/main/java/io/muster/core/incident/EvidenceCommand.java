package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.policy.Act;

import java.util.Optional;

/** Evidence and through whose hands it passed. */
public sealed interface EvidenceCommand extends DossierCommand {
    record RegisterEvidence(FreeText what) implements EvidenceCommand {}

    @Override
    default Optional<Act> act() {
        return Optional.of(Act.EVIDENCE);
    }
}
