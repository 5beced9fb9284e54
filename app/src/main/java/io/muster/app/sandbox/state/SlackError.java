package io.muster.app.sandbox.state;

import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * Slack's "no", by its code. Thrown rather than returned: a rule may refuse from deep inside any
 * method, and every method answers a refusal in the same way.
 */
public final class SlackError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient ObjectNode details;

    public SlackError(String code) {
        this(code, Json.object());
    }

    public SlackError(String code, ObjectNode details) {
        super(code, null, false, false);
        this.code = code;
        this.details = details;
    }

    /** With the sentences that Slack puts into {@code response_metadata.messages}. */
    public static SlackError explained(String code, List<String> messages) {
        ObjectNode details = Json.object();
        details.putObject("response_metadata").set("messages", Json.array(messages));
        return new SlackError(code, details);
    }

    public String code() {
        return code;
    }

    /** The fields beside {@code ok} and {@code error}. */
    public ObjectNode details() {
        return details;
    }
}
