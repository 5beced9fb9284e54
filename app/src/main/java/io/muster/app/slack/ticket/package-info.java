/** Under which ticket the incident is kept. */
@NullMarked
package io.muster.app.slack.ticket;

import org.jspecify.annotations.NullMarked;
