package io.muster.app.alert;

import io.muster.core.alert.AlertSource;
import io.muster.core.alert.Notification;
import io.muster.core.alert.PayloadMapping;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what sources write. What cannot be read is answered in words, for whoever set it up. */
final class Payloads {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 2_000;

    private Payloads() {}

    /** What came of reading a message. */
    sealed interface Read {
        /** It can be used. */
        record Fine(Notification notification) implements Read {}

        /** It cannot; words for whoever set up its sender. */
        record Unreadable(String why) implements Read {}
    }

    static Read read(AlertSource source, byte[] body) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JacksonException e) {
            return new Read.Unreadable("The body is not JSON: " + e.getOriginalMessage());
        }
        if (!root.isObject()) {
            return new Read.Unreadable("The body is JSON, but not an object ({…}).");
        }
        return switch (source.shape()) {
            case AlertSource.Shape.Alertmanager ignored -> AlertmanagerPayload.read(source, root);
            case AlertSource.Shape.Mapped(PayloadMapping places) -> mapped(source, places, root);
        };
    }

    private static Read mapped(AlertSource source, PayloadMapping places, JsonNode root) {
        String title = text(root.at(places.title()));
        if (title.isBlank()) {
            return new Read.Unreadable(
                    "There is no title at "
                            + places.title()
                            + ", where the team file says that "
                            + source.name()
                            + " has it.");
        }
        String status = at(root, places.status());
        boolean firing = !places.resolved().contains(status.strip().toLowerCase(Locale.ROOT));
        String id = at(root, places.fingerprint());
        String matter = id.isBlank() ? title : id;
        Notification.Item item =
                new Notification.Item(
                        matter,
                        firing,
                        "",
                        title,
                        cut(at(root, places.details())),
                        at(root, places.severity()),
                        at(root, places.service()),
                        at(root, places.link()),
                        Map.of(),
                        instant(at(root, places.since())));
        return new Read.Fine(new Notification(source, matter, List.of(item), 0));
    }

    private static String at(JsonNode root, Optional<String> place) {
        return place.map(p -> text(root.at(p))).orElse("");
    }

    /** A word as it is; anything that has parts as JSON. */
    static String text(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        return node.isValueNode() ? node.asString() : node.toString();
    }

    static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /** An instant, if it is one that means something; senders write the year 1 for none. */
    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(text)
                    .filter(t -> !t.isBlank())
                    .map(t -> OffsetDateTime.parse(t).toInstant().truncatedTo(ChronoUnit.MILLIS))
                    .filter(at -> at.isAfter(Instant.EPOCH));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
