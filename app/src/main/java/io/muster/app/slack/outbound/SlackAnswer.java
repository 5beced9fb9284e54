package io.muster.app.slack.outbound;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What Slack said, or that nobody knows what it said. */
public sealed interface SlackAnswer {
    /** It did what was asked. */
    record Ok(JsonObject body) implements SlackAnswer {
        /** A text in the answer, by its path; empty if it is not there. */
        public Optional<String> text(String... path) {
            JsonElement at = body;
            for (String name : path) {
                if (!(at instanceof JsonObject object) || !object.has(name)) {
                    return Optional.empty();
                }
                at = object.get(name);
            }
            return at != null && at.isJsonPrimitive()
                    ? Optional.of(at.getAsString())
                    : Optional.empty();
        }
    }

    /** It said no, with its own word for the reason; nothing was done. */
    record No(String error, String detail) implements SlackAnswer {
        public No {
            Objects.requireNonNull(error);
        }
    }

    /** Too much at once; nothing was done. */
    record Slower(Duration pause) implements SlackAnswer {}

    /** The request never reached it; nothing was done. */
    record Unreachable(String reason) implements SlackAnswer {}

    /** The answer was lost on the way: it may have been done, or not. */
    record Lost(String reason) implements SlackAnswer {}
}
