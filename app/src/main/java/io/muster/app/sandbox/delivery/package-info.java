/**
 * How Slack reaches the app: signed HTTP or Socket Mode, three seconds for an answer, retries for
 * events only.
 */
@NullMarked
package io.muster.app.sandbox.delivery;

import org.jspecify.annotations.NullMarked;
