package io.muster.db.time;

import java.util.Locale;

/** What kind of time a database keeps; chosen once, when it begins. */
public enum ClockKind {
    /** Real time, for ever. */
    REAL,
    /** A trial: time can be pushed forward. */
    ADJUSTABLE;

    /** The word used in settings and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
