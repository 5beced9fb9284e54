/**
 * The storey that hears and speaks. People, alarms and the clock knock here; every wish goes
 * through {@link io.muster.app.desk.IncidentDesk}; what the world must hear leaves through {@code
 * slack.outbound}. Reading order: {@link io.muster.app.Main}, {@link io.muster.app.Settings},
 * {@link io.muster.app.Wiring}.
 */
@NullMarked
package io.muster.app;

import org.jspecify.annotations.NullMarked;
