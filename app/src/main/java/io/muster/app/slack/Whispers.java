package io.muster.app.slack;

import io.muster.app.slack.block.Message;
import io.muster.core.talk.Spot;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Private replies after the acknowledgment. They are sent at most once and may be lost, so nothing
 * that matters is only said here.
 */
public interface Whispers {
    /** Says something below this message, for everybody there; returns at once. */
    void reply(Spot below, Message message);

    /**
     * Says something to whoever pressed a button, where they are; where Slack does not say where
     * that is, in their messages with Muster. Returns at once.
     */
    void whisper(Delivered to, Message message);

    /**
     * Says something as soon as there is something to say, at the latest within some seconds; then
     * it gives up.
     */
    void whisperWhen(Delivered to, Supplier<Optional<Message>> message);
}
