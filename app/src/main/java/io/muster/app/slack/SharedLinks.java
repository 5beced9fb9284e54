package io.muster.app.slack;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Links that somebody posted, or is about to post, to addresses that Slack knows as ours.
 *
 * @param channel where; no channel's id while the message is being written
 * @param message which message
 * @param unfurl what Slack calls the wish to see more, with where the links stand; absent in what
 *     older Slacks send
 * @param urls as they stand in the message
 * @param readByOthers other organisations read along in this channel
 */
public record SharedLinks(
        String channel,
        String message,
        Optional<Unfurl> unfurl,
        List<String> urls,
        boolean readByOthers) {
    public SharedLinks {
        Objects.requireNonNull(channel);
        Objects.requireNonNull(message);
        Objects.requireNonNull(unfurl);
        urls = List.copyOf(urls);
    }

    /** An unfurl by Slack's own name for it; it works for messages that are being written, too. */
    public record Unfurl(String id, String source) {}
}
