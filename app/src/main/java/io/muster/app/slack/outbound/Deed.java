package io.muster.app.slack.outbound;

import java.time.Duration;
import java.util.Optional;

/** What became of an attempt to carry something out. */
sealed interface Deed {
    /**
     * It is done.
     *
     * @param channel where the message stands, if it was one
     */
    record Done(Optional<String> channel, Optional<String> ts) implements Deed {}

    /** It was not done; try again after this. */
    record Later(Duration after, String reason) implements Deed {}

    /**
     * It may have been done; look after this.
     *
     * @param justNow the doubt is about an attempt made just now, not about an earlier one
     */
    record Doubtful(Duration after, String reason, boolean justNow) implements Deed {}

    /** The budget is spent for now; nothing was tried. */
    record TooSoon(Duration after) implements Deed {}

    /** It cannot be done, now or later. */
    record Hopeless(String reason) implements Deed {}

    /** Nobody needs it any more. */
    record Needless(String reason) implements Deed {}

    /** Done, and there is nothing to remember. */
    static Deed done() {
        return new Done(Optional.empty(), Optional.empty());
    }

    /** A message that stands in Slack. */
    static Deed posted(String channel, String ts) {
        return new Done(Optional.of(channel), Optional.of(ts));
    }
}
