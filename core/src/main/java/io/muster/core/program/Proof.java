package io.muster.core.program;

import io.muster.core.FreeText;
import io.muster.core.incident.IncidentId;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.Optional;

/**
 * That something of the plan was done.
 *
 * @param held when it was held, as whoever recorded it says
 * @param minutes what came of it
 * @param link where more is to be found; may be blank
 * @param drill the drill that did it, if one did
 * @param by who recorded it
 * @param recorded when it was recorded
 */
public record Proof(
        Instant held,
        FreeText minutes,
        FreeText link,
        Optional<IncidentId> drill,
        Actor by,
        Instant recorded) {}
