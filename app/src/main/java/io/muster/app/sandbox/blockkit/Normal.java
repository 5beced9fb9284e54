package io.muster.app.sandbox.blockkit;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.text.Emoji;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Fills in what Slack fills in: ids that were left out, {@code emoji} and {@code verbatim}, names
 * for emoji characters. What is read back therefore differs from what was sent, here as there.
 */
public final class Normal {
    private Normal() {}

    public static ArrayNode blocks(List<JsonNode> blocks, Supplier<String> ids) {
        ArrayNode normal = Json.array();
        for (JsonNode block : blocks) {
            ObjectNode copy = (ObjectNode) block.deepCopy();
            if (!Json.has(copy, "block_id")) {
                copy.put("block_id", ids.get());
            }
            for (JsonNode element : Elements.in(copy)) {
                if (!Json.has(element, "action_id") && element instanceof ObjectNode object) {
                    object.put("action_id", ids.get());
                }
            }
            texts(copy);
            normal.add(copy);
        }
        return normal;
    }

    /** Adds the defaults of every text object inside. */
    public static void texts(JsonNode node) {
        if (node instanceof ObjectNode object) {
            textObject(object);
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                texts(field.getValue());
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(Normal::texts);
        }
    }

    private static void textObject(ObjectNode object) {
        switch (Json.text(object, "type")) {
            case "plain_text" -> {
                object.put("text", Emoji.named(Json.text(object, "text")));
                if (!Json.has(object, "emoji")) {
                    object.put("emoji", true);
                }
            }
            case "mrkdwn" -> {
                object.put("text", Emoji.named(Json.text(object, "text")));
                if (!Json.has(object, "verbatim")) {
                    object.put("verbatim", false);
                }
            }
            default -> {}
        }
    }
}
