package io.muster.core.policy;

/** What keeps the promise that a clock stands for. */
public sealed interface MetBy {
    /** The incident reaches a milestone. */
    record Reaching(Milestone milestone) implements MetBy {}

    /** Somebody posts a status update. */
    record PostingAnUpdate() implements MetBy {}

    /** A checklist item is ticked. */
    record Ticking(ItemName item) implements MetBy {}
}
