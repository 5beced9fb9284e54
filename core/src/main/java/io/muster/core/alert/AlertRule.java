package io.muster.core.alert;

import io.muster.core.policy.KindName;
import io.muster.core.policy.SeverityName;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What the team wants done with some alerts; the first rule that fits decides.
 *
 * @param match labels and what they must say, all of them; {@code source}, {@code service}, {@code
 *     severity} and {@code title} mean what every source has. Empty fits all
 * @param severity empty to go by the source's own word
 * @param dismiss why such an alert is never worth an incident; empty if it is
 * @param detectedBy empty for what the source is by itself
 */
public record AlertRule(
        int number,
        SequencedMap<String, String> match,
        Optional<SeverityName> severity,
        Optional<KindName> kind,
        boolean isPrivate,
        Optional<String> service,
        Optional<Detection> detectedBy,
        Optional<String> dismiss) {
    public AlertRule {
        match = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(match));
    }

    boolean fits(String source, Notification.Item item) {
        return match.entrySet().stream()
                .allMatch(e -> new Glob(e.getValue()).fits(value(e.getKey(), source, item)));
    }

    /** The rule in words, for the record. */
    String words() {
        String what =
                match.isEmpty()
                        ? "everything"
                        : String.join(
                                ", ",
                                match.entrySet().stream()
                                        .map(e -> e.getKey() + ": " + e.getValue())
                                        .toList());
        return "rule " + number + " (" + what + ")";
    }

    private static String value(String name, String source, Notification.Item item) {
        return switch (name) {
            case "source" -> source;
            case "service" -> item.service();
            case "severity" -> item.severity();
            case "title" -> item.title();
            default -> item.labels().getOrDefault(name, "");
        };
    }
}
