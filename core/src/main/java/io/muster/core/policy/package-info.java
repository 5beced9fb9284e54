/**
 * What the organisation promises, as data: severities, phases and their checklists, clocks, who is
 * told, who may do what. Reading order: {@link io.muster.core.policy.Policy}, {@link
 * io.muster.core.policy.Severity}, {@link io.muster.core.policy.Phase}, {@link
 * io.muster.core.policy.ClockRule}; then {@link io.muster.core.policy.PolicyReader}, which turns a
 * written policy into these values or names every problem at once.
 *
 * <p>Never holds a person, an incident or the time.
 */
@NullMarked
package io.muster.core.policy;

import org.jspecify.annotations.NullMarked;
