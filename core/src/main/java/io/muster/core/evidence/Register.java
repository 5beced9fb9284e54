package io.muster.core.evidence;

/** Evidence and through whose hands it passed. */
public record Register() {
    /** Nothing yet. */
    public static final Register NONE = new Register();
}
