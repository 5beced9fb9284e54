package io.muster.app.sandbox.delivery;

import io.muster.app.sandbox.json.Form;
import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.Map;

/** Something to tell the app. {@code attempt} is 0 the first time; only events have others. */
public record Outbound(Kind kind, ObjectNode payload, int attempt, String retryReason) {

    /** What it is, in the words of Socket Mode. */
    public enum Kind {
        SLASH_COMMAND,
        INTERACTIVE,
        SUGGESTION,
        EVENT
    }

    public static Outbound of(Kind kind, ObjectNode payload) {
        return new Outbound(kind, payload, 0, "");
    }

    Outbound retried(int number, String reason) {
        return new Outbound(kind, payload, number, reason);
    }

    boolean isInteraction() {
        return kind == Kind.INTERACTIVE || kind == Kind.SUGGESTION;
    }

    /** The one line of text that an HTTP request carries. */
    public String body() {
        return switch (kind) {
            case SLASH_COMMAND -> Form.encode(fields());
            case INTERACTIVE, SUGGESTION -> Form.encode(Map.of("payload", Json.write(payload)));
            case EVENT -> Json.write(payload);
        };
    }

    public String contentType() {
        return kind == Kind.EVENT ? "application/json" : "application/x-www-form-urlencoded";
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : payload.properties()) {
            fields.put(field.getKey(), field.getValue().asString(""));
        }
        return fields;
    }

    /** The type of the envelope in Socket Mode. */
    String envelopeType() {
        return switch (kind) {
            case SLASH_COMMAND -> "slash_commands";
            case INTERACTIVE, SUGGESTION -> "interactive";
            case EVENT -> "events_api";
        };
    }

    /** Whether what the app answers is read; else an acknowledgment is all there is to say. */
    boolean acceptsAnswer() {
        return switch (kind) {
            case SLASH_COMMAND, SUGGESTION -> true;
            case INTERACTIVE -> Json.text(payload, "type").equals("view_submission");
            case EVENT -> false;
        };
    }
}
