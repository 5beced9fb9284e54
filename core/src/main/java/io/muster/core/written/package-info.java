/**
 * What people write in files, before anyone asks what it means. Reading order: {@link
 * io.muster.core.written.Written}, {@link io.muster.core.written.Passage}, {@link
 * io.muster.core.written.Form}; what was wrong with it is a {@link io.muster.core.written.Problem},
 * and the outcome a {@link io.muster.core.written.Reading}.
 *
 * <p>Knows no syntax: whoever reads the file turns its text into {@code Written} first. Never stops
 * at the first mistake.
 */
@NullMarked
package io.muster.core.written;

import org.jspecify.annotations.NullMarked;
