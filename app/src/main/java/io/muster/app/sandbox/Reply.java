package io.muster.app.sandbox;

import java.util.Map;
import java.util.Optional;

/**
 * What a person sees after having done something.
 *
 * @param error Slack's own error, such as {@code operation_timeout}; empty when all went well
 * @param message the answer that the app gave at once, when it gave one
 * @param fieldErrors errors under the fields of a modal, by their labels
 */
public record Reply(String error, Optional<Message> message, Map<String, String> fieldErrors) {
    public Reply {
        fieldErrors = Map.copyOf(fieldErrors);
    }

    public boolean ok() {
        return error.isEmpty() && fieldErrors.isEmpty();
    }

    /** The answer as the person reads it; empty when the app said nothing at once. */
    public String text() {
        return message.map(Message::plainText).orElse("");
    }
}
