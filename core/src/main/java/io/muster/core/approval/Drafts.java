package io.muster.core.approval;

/** Words that leave the building: drafted, reviewed, released, sent. */
public record Drafts() {
    /** Nothing yet. */
    public static final Drafts NONE = new Drafts();
}
