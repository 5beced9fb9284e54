package io.muster.app.sandbox.state;

/** A link in the bar above a channel. */
public record Bookmark(
        String id,
        String channelId,
        String title,
        String link,
        String emoji,
        long created,
        long updated,
        String updatedBy) {}
