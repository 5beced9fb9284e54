/**
 * The middle of the house: everything the system can be told, everything that can have happened,
 * and the rules between them.
 *
 * <p>Reading order: {@link io.muster.core.incident.IncidentCommand}, {@link
 * io.muster.core.incident.IncidentEvent}, {@link io.muster.core.incident.IncidentRules}, {@link
 * io.muster.core.incident.Incident}. Only {@code decide} sees policy and time; {@code apply} sees
 * neither, so history replays the same whatever the policy says today.
 */
@NullMarked
package io.muster.core.incident;

import org.jspecify.annotations.NullMarked;
