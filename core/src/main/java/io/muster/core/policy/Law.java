package io.muster.core.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A law, regulation or standard that makes somebody tell somebody. Dated data with a source, never
 * legal advice.
 *
 * @param source where it is written
 * @param verified when somebody last held it against its source
 * @param usual enabled where a policy has duties to notify and names no laws
 */
public record Law(
        String id,
        String title,
        String jurisdiction,
        String source,
        LocalDate verified,
        Status status,
        boolean usual,
        List<NotificationRule> duties) {
    public Law {
        Objects.requireNonNull(id);
        duties = List.copyOf(duties);
    }

    /** Whether it binds anybody yet. */
    public enum Status {
        /** In force. */
        ACTIVE,
        /** Proposed, postponed, or not verified; shipped disabled. */
        DRAFT;

        /** The word that the book of laws uses for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
