package io.muster.app.sandbox.delivery;

import java.util.List;
import java.util.Map;

/** What came of a delivery. */
public sealed interface Outcome {

    /** The app answered in time. */
    record Answered(int status, Map<String, List<String>> headers, String body) implements Outcome {
        public Answered {
            headers = Map.copyOf(headers);
        }

        public boolean ok() {
            return status >= 200 && status < 300;
        }

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> String.join(",", header.getValue()))
                    .findFirst()
                    .orElse("");
        }
    }

    /** Three seconds went by. */
    record TimedOut() implements Outcome {}

    /** Nobody was there, or the connection broke. */
    record Unreachable(String why) implements Outcome {}

    /** The error that a person sees; empty when there is none. */
    default String seenError() {
        return switch (this) {
            case Answered answered -> answered.status() == 200 ? "" : "dispatch_failed";
            case TimedOut timedOut -> "operation_timeout";
            case Unreachable unreachable -> "dispatch_failed";
        };
    }
}
