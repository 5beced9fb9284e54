package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.policy.Act;
import io.muster.core.policy.RoleName;

import java.util.Optional;

/** Who is told of the incident by the escalation matrix. */
public sealed interface AudienceCommand extends DossierCommand {
    record SpareAudience(RoleName role, FreeText reason) implements AudienceCommand {}

    @Override
    default Optional<Act> act() {
        return Optional.of(Act.TELL);
    }
}
