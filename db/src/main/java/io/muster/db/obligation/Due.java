package io.muster.db.obligation;

import io.muster.core.incident.IncidentId;
import io.muster.core.obligation.ObligationId;

import java.time.Instant;

/** A promise that the clock has to knock for. */
public record Due(IncidentId incident, ObligationId obligation, Instant since) {}
