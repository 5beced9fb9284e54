package io.muster.core.fact;

import java.util.Locale;

/**
 * An instant in the life of an incident that a person can claim to have been at another time than
 * the record shows.
 */
public enum TimeName {
    /** It began, whoever noticed. */
    OCCURRED,
    /** Something or somebody first noticed. */
    DETECTED,
    /**
     * The organisation knew with reasonable certainty that personal data was breached: where legal
     * clocks start (EDPB Guidelines 9/2022, paragraph 31).
     */
    AWARE,
    CONFIRMED,
    CONTAINED,
    RESTORED,
    RESOLVED,
    CLOSED;

    /** How it is said and typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How it stands before what is said of it. */
    public String title() {
        return name().charAt(0) + word().substring(1);
    }
}
