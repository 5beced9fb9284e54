package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.policy.RoleName;

/** Who is told of the incident by the escalation matrix. */
public sealed interface AudienceEvent extends DossierEvent {
    record AudienceSpared(RoleName role, String title, FreeText reason) implements AudienceEvent {}
}
