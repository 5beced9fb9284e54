package io.muster.core.incident;

/** Where an incident stands as a whole. Phases are workstreams beside this, not steps of it. */
public enum Status {
    /** Somebody said that something is wrong; nobody has taken it up. */
    REPORTED,
    /** Somebody has taken it up and looks at it. */
    ACKNOWLEDGED,
    /** It is an incident. */
    CONFIRMED,
    /** The work is done; the stability watch runs. */
    RESOLVED,
    /** The file is shut. */
    CLOSED,
    /** Triage said that it was not an incident. */
    DISMISSED;

    /** Whether people are still working on it. */
    public boolean isActive() {
        return this == REPORTED || this == ACKNOWLEDGED || this == CONFIRMED;
    }

    /** Whether nothing more is expected. */
    public boolean isOver() {
        return this == CLOSED || this == DISMISSED;
    }
}
