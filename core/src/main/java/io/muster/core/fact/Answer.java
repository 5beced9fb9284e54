package io.muster.core.fact;

import java.util.Locale;

/** What is known about a yes-or-no question. Nobody having answered is not the same as unknown. */
public enum Answer {
    YES,
    NO,
    /** Somebody looked, and it cannot be said yet. */
    UNKNOWN;

    /** How it is said and typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How it stands before what is said of it. */
    public String title() {
        return name().charAt(0) + word().substring(1);
    }
}
