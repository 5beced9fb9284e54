/**
 * The way in for alerts: who may send them ({@link io.muster.app.alert.AlertSecrets}), how many
 * ({@link io.muster.app.alert.AlertPace}), what they say ({@link io.muster.app.alert.Payloads});
 * and the addresses that Muster asks itself ({@link io.muster.app.alert.HealthWatch}). What is done
 * with an alert is decided in {@code core.alert} and written down at {@code desk}.
 */
@NullMarked
package io.muster.app.alert;

import org.jspecify.annotations.NullMarked;
