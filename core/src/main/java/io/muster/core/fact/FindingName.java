package io.muster.core.fact;

import java.util.Locale;

/** What is established in words. */
public enum FindingName {
    /** What happened, as far as is known. */
    FINDINGS,
    /** Which systems are affected. */
    SYSTEMS,
    /** Which data is affected. */
    DATA,
    /** Which customers are affected, and how many. */
    CUSTOMERS,
    /** What it meant for those outside. */
    IMPACT,
    /** The underlying cause, not just the trigger. */
    CAUSE;

    /** How it is said and typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How it stands before what is said of it. */
    public String title() {
        return name().charAt(0) + word().substring(1);
    }
}
