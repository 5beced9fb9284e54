package io.muster.app.slack;

import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.core.Phrase;

/** What a person sees of an answer to a command or a button. */
public sealed interface Answer {
    /** Words that only this person sees. */
    record Whisper(Message message) implements Answer {}

    /** Nothing: what happened shows elsewhere, or a modal has opened. */
    record Silence() implements Answer {}

    /** Words that only this person sees. */
    static Answer whisper(Phrase phrase) {
        return new Whisper(Message.of(Mrkdwn.of(phrase)));
    }

    /** Words that only this person sees; markup of ours. */
    static Answer whisper(String markup) {
        return new Whisper(Message.of(markup));
    }

    /** Words that only this person sees. */
    static Answer whisper(Message message) {
        return new Whisper(message);
    }

    /** Nothing. */
    static Answer silence() {
        return new Silence();
    }
}
