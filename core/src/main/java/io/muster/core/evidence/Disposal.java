package io.muster.core.evidence;

import io.muster.core.FreeText;
import io.muster.core.roster.Actor;

import java.time.Instant;

/** How an exhibit left the register's care. */
public record Disposal(How how, FreeText reason, Actor by, Instant at) {
    /** What was done with it. */
    public enum How {
        DESTROYED,
        RETURNED;

        /** As a sentence says it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
