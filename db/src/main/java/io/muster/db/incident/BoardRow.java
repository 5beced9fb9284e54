package io.muster.db.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.Status;
import io.muster.core.policy.SeverityName;

import java.time.Instant;
import java.util.Optional;

/** One incident as a list shows it. */
public record BoardRow(
        IncidentId id,
        FreeText title,
        SeverityName severity,
        Status status,
        boolean isPrivate,
        boolean drill,
        Optional<PersonId> commander,
        Instant declaredAt,
        Optional<String> channel) {}
