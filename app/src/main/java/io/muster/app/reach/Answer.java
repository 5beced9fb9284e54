package io.muster.app.reach;

import java.time.Duration;

/** What became of one attempt at a server outside. */
public sealed interface Answer {
    /**
     * It was taken.
     *
     * @param proof by which the other side knows it
     */
    record Taken(String proof) implements Answer {}

    /** It was not taken; it may be at another time. */
    record Later(Duration after, String why) implements Answer {}

    /** It may have been taken: the answer was lost. Asking again does no harm. */
    record Lost(String why) implements Answer {}

    /** It will never be taken. */
    record Refused(String why) implements Answer {}

    /** Nobody needs it any more. */
    record Needless(String why) implements Answer {}
}
