package io.muster.app.slack;

import io.muster.app.slack.block.Message;

/**
 * Private replies after the acknowledgment. They are sent at most once and may be lost, so nothing
 * that matters is only said here.
 */
public interface Whispers {
    /** Says something to whoever pressed a button; returns at once. */
    void whisper(Delivered to, Message message);
}
