/**
 * The one door to the core: {@link io.muster.app.desk.IncidentDesk}. Slack, the web, the clock and
 * the command line all knock here, and nothing else writes.
 */
@NullMarked
package io.muster.app.desk;

import org.jspecify.annotations.NullMarked;
