package io.muster.core.action;

/** What is done so that it does not happen again. */
public record Actions() {
    /** Nothing yet. */
    public static final Actions NONE = new Actions();
}
