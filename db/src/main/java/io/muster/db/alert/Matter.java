package io.muster.db.alert;

import io.muster.core.incident.IncidentId;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one matter.
 *
 * @param incident the last one that was made of it
 * @param firing its source did not say that it was over
 * @param times how often its source said that it fires, since the incident was declared
 * @param last when its source last said something; empty if it never did
 */
public record Matter(
        Optional<IncidentId> incident, boolean firing, int times, Optional<Instant> last) {}
