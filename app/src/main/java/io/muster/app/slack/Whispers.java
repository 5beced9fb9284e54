package io.muster.app.slack;

import io.muster.app.slack.block.Message;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Private replies after the acknowledgment. They are sent at most once and may be lost, so nothing
 * that matters is only said here.
 */
public interface Whispers {
    /** Says something to whoever pressed a button; returns at once. */
    void whisper(Delivered to, Message message);

    /**
     * Says something as soon as there is something to say, at the latest within some seconds; then
     * it gives up.
     */
    void whisperWhen(Delivered to, Supplier<Optional<Message>> message);
}
