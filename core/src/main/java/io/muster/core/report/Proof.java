package io.muster.core.report;

import io.muster.core.Phrase;
import io.muster.core.policy.RecordKind;

import java.util.Set;

/**
 * One entry of the record that shows controls at work.
 *
 * @param kinds what it shows
 * @param drill it was played, not real
 */
public record Proof(Set<RecordKind> kinds, Reference where, Phrase what, boolean drill) {
    public Proof {
        kinds = Set.copyOf(kinds);
    }
}
