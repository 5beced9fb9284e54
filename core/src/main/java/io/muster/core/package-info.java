/**
 * The storey that decides. It knows neither Slack nor SQL, reads no clock, draws no lots and writes
 * no log: time, people and policy arrive as values and answers leave as values.
 *
 * <p>Reading order of the rooms: {@code written}, {@code calendar}, {@code policy}, {@code roster},
 * {@code obligation}, {@code checklist}, {@code incident}, then {@code notice}, {@code timeline}
 * and {@code document}.
 */
@NullMarked
package io.muster.core;

import org.jspecify.annotations.NullMarked;
