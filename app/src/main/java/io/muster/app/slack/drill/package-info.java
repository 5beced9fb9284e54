/** Drills: begun, disturbed, ended. */
@NullMarked
package io.muster.app.slack.drill;

import org.jspecify.annotations.NullMarked;
