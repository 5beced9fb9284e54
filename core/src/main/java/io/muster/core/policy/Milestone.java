package io.muster.core.policy;

import java.util.Locale;

/** A moment in the life of an incident from which a clock can run, or which meets one. */
public enum Milestone {
    /** Somebody, or an alarm, said that something is wrong. */
    DECLARED,
    /** Somebody took it up. */
    ACKNOWLEDGED,
    /** Triage said: this is an incident. */
    CONFIRMED,
    /** It can do no further harm. */
    CONTAINED,
    /** Service is back. */
    RESTORED,
    /** The work is done; the stability watch begins. */
    RESOLVED,
    /** The file is shut. */
    CLOSED;

    /** The word that a policy uses for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
