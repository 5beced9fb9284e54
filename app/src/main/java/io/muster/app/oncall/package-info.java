/**
 * Calendars of shifts, in and out, and rotations that other tools export. Files are foreign: what
 * is too large or would never end is refused in words.
 */
@NullMarked
package io.muster.app.oncall;

import org.jspecify.annotations.NullMarked;
