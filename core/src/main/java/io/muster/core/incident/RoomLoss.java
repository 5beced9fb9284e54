package io.muster.core.incident;

/** How an incident's channel was lost. */
public enum RoomLoss {
    /** Somebody archived it; it can be read, and brought back. */
    ARCHIVED,
    /** Somebody deleted it for good. */
    DELETED,
    /** Somebody took Muster out of it. */
    REMOVED,
    /** The chat says that there is no such channel for Muster: deleted, or closed to it. */
    OUT_OF_SIGHT;

    /** Whether only another channel can take its place. */
    boolean isForGood() {
        return this == DELETED || this == OUT_OF_SIGHT;
    }
}
