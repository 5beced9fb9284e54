package io.muster.core.drill;

/** What belongs to a drill alone. */
public record Exercise() {
    /** Nothing yet. */
    public static final Exercise NONE = new Exercise();
}
