/** A stand-in for Slack, on loopback only. */
@NullMarked
package io.muster.app.sandbox;

import org.jspecify.annotations.NullMarked;
