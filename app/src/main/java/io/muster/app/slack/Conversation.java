package io.muster.app.slack;

/** The ways into one conversation: what people can type, press and submit in it. */
public interface Conversation {
    /** Says by which words and buttons people get here. */
    void register(Ways ways);
}
