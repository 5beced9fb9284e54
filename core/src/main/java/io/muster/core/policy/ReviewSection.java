package io.muster.core.policy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One section of the post-mortem.
 *
 * @param hint what belongs there, for whoever writes it; may be blank
 * @param required the post-mortem cannot be submitted without it
 * @param generated what the record writes there; empty if people write it
 * @param drafts what of the record the draft of a written section begins with
 * @param phases the phases whose ticked items the draft lists as steps that were taken
 */
public record ReviewSection(
        String name,
        String title,
        String hint,
        boolean required,
        Optional<Generated> generated,
        List<Draft> drafts,
        List<PhaseName> phases) {
    public ReviewSection {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        drafts = List.copyOf(drafts);
        phases = List.copyOf(phases);
    }

    /** Whether it says why it happened: there a person's name has no place. */
    public boolean saysWhy() {
        return drafts.contains(Draft.CAUSE);
    }

    /** What the record can write by itself, whole. */
    public enum Generated {
        /** What happened, minute by minute. */
        TIMELINE,
        /** When each milestone was reached. */
        KEY_TIMES,
        /** From detection to resolution. */
        DURATION,
        /** The action items, with owners and due dates. */
        ACTIONS;

        /** The word that a policy uses for it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** What the record can begin and people have to finish. */
    public enum Draft {
        /** What was declared and last said. */
        SUMMARY,
        /** How it came to light. */
        DETECTION,
        FINDINGS,
        CAUSE,
        IMPACT,
        CUSTOMERS,
        DATA,
        SYSTEMS;

        /** The word that a policy uses for it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
