/**
 * Draws what {@code core.picture} says a picture shows, as PNG. Needs no screen and no fonts of the
 * machine; never speaks to anybody. Not for the thread of a request: a picture takes its time.
 */
@NullMarked
package io.muster.app.picture;

import org.jspecify.annotations.NullMarked;
