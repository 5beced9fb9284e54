package io.muster.db.action;

import io.muster.core.PersonId;
import io.muster.core.incident.IncidentId;

import java.time.Instant;

/** An action item that is to be done, as far as a list needs it to find the rest. */
public record ActionRow(IncidentId incident, int number, PersonId owner, Instant due) {}
