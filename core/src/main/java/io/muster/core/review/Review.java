package io.muster.core.review;

/** The post-mortem. */
public record Review() {
    /** Nothing yet. */
    public static final Review NONE = new Review();
}
