package io.muster.app.sandbox.webapi;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.manifest.Manifest;
import io.muster.app.sandbox.state.SlackError;
import io.muster.app.sandbox.text.Escapes;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Entities ("Work Objects"): whether one is well formed, and how it looks below a link. */
final class Entities {
    private static final String INCIDENT = "slack#/entities/incident";
    private static final Set<String> TYPES =
            Set.of(
                    INCIDENT,
                    "slack#/entities/task",
                    "slack#/entities/file",
                    "slack#/entities/item",
                    "slack#/entities/content_item");
    private static final Set<String> INCIDENT_FIELDS =
            Set.of(
                    "status",
                    "priority",
                    "urgency",
                    "created_by",
                    "assigned_to",
                    "date_created",
                    "date_updated",
                    "description",
                    "service");

    private Entities() {}

    /** Refuses an entity that Slack could not read, or that the app has not switched on. */
    static ObjectNode checked(JsonNode entity, Manifest manifest) {
        if (!(entity instanceof ObjectNode sent)) {
            throw new SlackError("invalid_metadata_format");
        }
        String type = Json.text(sent, "entity_type");
        boolean named = !Json.text(sent.path("external_ref"), "id").isEmpty();
        boolean titled =
                !Json.text(sent.path("entity_payload").path("attributes").path("title"), "text")
                        .isEmpty();
        if (!TYPES.contains(type)
                || !named
                || !titled
                || Json.text(sent, "url").isEmpty()
                || !fieldsAreKnown(type, sent.path("entity_payload"))) {
            throw new SlackError("invalid_metadata_schema");
        }
        if (!manifest.showsEntity(type)) {
            throw new SlackError("invalid_metadata_schema");
        }
        return sent;
    }

    private static boolean fieldsAreKnown(String type, JsonNode payload) {
        boolean fields =
                !type.equals(INCIDENT)
                        || payload.path("fields").properties().stream()
                                .allMatch(field -> INCIDENT_FIELDS.contains(field.getKey()));
        boolean custom =
                Json.stream(payload, "custom_fields")
                        .allMatch(field ->
                                Json.has(field, "key")
                                        && Json.has(field, "label")
                                        && Json.has(field, "type"));
        boolean actions =
                Json.stream(payload.path("actions"), "primary_actions")
                        .allMatch(action ->
                                Json.has(action, "text") && Json.has(action, "action_id"));
        return fields && custom && actions;
    }

    /** What hangs below the message: the entity, and how this sandbox draws it. */
    static ObjectNode attachment(ObjectNode entity) {
        JsonNode payload = entity.path("entity_payload");
        ObjectNode attachment =
                Json.object()
                        .put("from_url", Json.text(entity, "app_unfurl_url"))
                        .put("is_app_unfurl", true);
        attachment.set("entity", entity);
        ArrayNode blocks = attachment.putArray("blocks");
        String origin =
                Json.text(payload.path("attributes"), "product_name")
                        + " · "
                        + Json.text(payload.path("attributes"), "display_type");
        blocks.add(section("context", "elements", List.of(origin)));
        blocks.add(title(payload, Json.text(entity, "url")));
        blocks.add(section("section", "fields", lines(payload)));
        ArrayNode buttons = Json.array();
        Json.stream(payload.path("actions"), "primary_actions")
                .forEach(action -> buttons.add(button(action)));
        if (!buttons.isEmpty()) {
            blocks.add(Json.object().put("type", "actions").set("elements", buttons));
        }
        return attachment;
    }

    private static ObjectNode title(JsonNode payload, String url) {
        String title = Json.text(payload.path("attributes").path("title"), "text");
        ObjectNode block = Json.object().put("type", "section");
        block.putObject("text")
                .put("type", "mrkdwn")
                .put("text", "*<" + url + "|" + Escapes.apply(title) + ">*");
        return block;
    }

    private static List<String> lines(JsonNode payload) {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : payload.path("fields").properties()) {
            String name = field.getKey().replace('_', ' ');
            String label = Json.text(field.getValue(), "label");
            lines.add("*" + (label.isEmpty() ? name : label) + "*\n" + value(field.getValue()));
        }
        Json.stream(payload, "custom_fields")
                .forEach(
                        field -> lines.add("*" + Json.text(field, "label") + "*\n" + value(field)));
        return lines;
    }

    private static String value(JsonNode field) {
        JsonNode user = field.path("user");
        if (Json.has(user, "user_id")) {
            return "<@" + Json.text(user, "user_id") + ">";
        }
        JsonNode value = field.path("value");
        return value.isNumber()
                ? "<!date^" + value.asLong() + "^{date_short_pretty} {time}|" + value.asLong() + ">"
                : Escapes.apply(value.asString(""));
    }

    private static ObjectNode section(String type, String list, List<String> markup) {
        ObjectNode block = Json.object().put("type", type);
        ArrayNode texts = block.putArray(list);
        markup.stream()
                .limit(10)
                .forEach(line -> texts.add(Json.object().put("type", "mrkdwn").put("text", line)));
        return block;
    }

    private static ObjectNode button(JsonNode action) {
        ObjectNode button =
                Json.object()
                        .put("type", "button")
                        .put("action_id", Json.text(action, "action_id"))
                        .put("url", Json.text(action, "url"));
        button.set(
                "text",
                Json.object().put("type", "plain_text").put("text", Json.text(action, "text")));
        return button;
    }
}
