package io.muster.core.duty;

/** Duties to notify: owed, decided, done. */
public record Duties() {
    /** Nothing yet. */
    public static final Duties NONE = new Duties();
}
