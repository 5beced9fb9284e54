package io.muster.core.audience;

/** Who is told of the incident by the escalation matrix. */
public record Audiences() {
    /** Nothing yet. */
    public static final Audiences NONE = new Audiences();
}
