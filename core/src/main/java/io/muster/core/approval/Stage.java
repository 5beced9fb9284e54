package io.muster.core.approval;

/** Where a draft stands. */
public enum Stage {
    /** Somebody writes. */
    WRITTEN("being written"),
    /** Reviewers read. */
    IN_REVIEW("in review"),
    /** A reviewer wants other words. */
    CHANGES_ASKED("changes asked"),
    /** Everyone who is needed has approved exactly these words. */
    APPROVED("approved, not released"),
    /** The words may leave. */
    RELEASED("released, not sent"),
    /** They have left. */
    SENT("sent"),
    /** They never will. */
    WITHDRAWN("withdrawn");

    private final String word;

    Stage(String word) {
        this.word = word;
    }

    /** How it is said. */
    public String word() {
        return word;
    }

    /** Whether nothing more will come of it. */
    public boolean isOver() {
        return this == SENT || this == WITHDRAWN;
    }

    /** Whether reviewers have something to say about it. */
    public boolean isReviewed() {
        return this == IN_REVIEW || this == CHANGES_ASKED || this == APPROVED;
    }
}
