/**
 * Declare, triage, severity, phases, closing; and how an incident looks: {@link
 * io.muster.app.slack.incident.IncidentCard}, {@link io.muster.app.slack.incident.Announcement}.
 */
@NullMarked
package io.muster.app.slack.incident;

import org.jspecify.annotations.NullMarked;
