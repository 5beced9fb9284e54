package io.muster.app.sandbox.blockkit;

import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an element holds, as {@code state.values} spells it. */
public final class ElementValues {
    private ElementValues() {}

    /** The field that carries the value of an element of the type. */
    public static String field(String type) {
        return switch (type) {
            case "static_select", "external_select", "radio_buttons" -> "selected_option";
            case "multi_static_select", "multi_external_select", "checkboxes" -> "selected_options";
            case "users_select" -> "selected_user";
            case "multi_users_select" -> "selected_users";
            case "conversations_select" -> "selected_conversation";
            case "multi_conversations_select" -> "selected_conversations";
            case "channels_select" -> "selected_channel";
            case "multi_channels_select" -> "selected_channels";
            case "datepicker" -> "selected_date";
            case "timepicker" -> "selected_time";
            case "datetimepicker" -> "selected_date_time";
            case "rich_text_input" -> "rich_text_value";
            case "file_input" -> "files";
            default -> "value";
        };
    }

    /** Whether the element can hold several values. */
    public static boolean isMany(String type) {
        return type.startsWith("multi_") || type.equals("checkboxes") || type.equals("file_input");
    }

    public static ObjectNode of(JsonNode element, JsonNode value) {
        String type = Json.text(element, "type");
        ObjectNode held = Json.object().put("type", type);
        held.set(field(type), value);
        return held;
    }

    /** What it holds before anybody touches it. */
    public static ObjectNode initial(JsonNode element, String currentConversation) {
        String type = Json.text(element, "type");
        String from =
                type.equals("rich_text_input")
                        ? "initial_value"
                        : field(type).replace("selected_", "initial_");
        String field = from.equals("value") ? "initial_value" : from;
        if (Json.has(element, field)) {
            return of(element, element.get(field));
        }
        if (Json.flag(element, "default_to_current_conversation")
                && !currentConversation.isEmpty()) {
            return current(element, type, currentConversation);
        }
        return empty(element);
    }

    private static ObjectNode current(JsonNode element, String type, String conversation) {
        return isMany(type)
                ? of(element, Json.array().add(conversation))
                : of(element, Json.object().stringNode(conversation));
    }

    public static ObjectNode empty(JsonNode element) {
        String type = Json.text(element, "type");
        return isMany(type) ? of(element, Json.array()) : of(element, Json.object().nullNode());
    }

    public static boolean isEmpty(JsonNode held) {
        JsonNode value = held.path(field(Json.text(held, "type")));
        return value.isMissingNode()
                || value.isNull()
                || (value.isArray() && value.isEmpty())
                || (value.isString() && value.asString().isEmpty());
    }
}
