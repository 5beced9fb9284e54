/**
 * What other systems say is wrong, and what the team's file makes of it. An {@link
 * io.muster.core.alert.Notification} is what one of them sent, {@link io.muster.core.alert.Routing}
 * sorts it into {@link io.muster.core.alert.Signal}s, each with a {@link
 * io.muster.core.alert.Verdict}; what an incident knows of its alerts are {@link
 * io.muster.core.alert.Alarms}.
 *
 * <p>Knows no syntax of any sender and no incident; never resolves anything.
 */
@NullMarked
package io.muster.core.alert;

import org.jspecify.annotations.NullMarked;
