package io.muster.app.sandbox.page;

import io.muster.app.sandbox.blockkit.Elements;
import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.FormState;
import io.muster.app.sandbox.text.BlockText;
import io.muster.app.sandbox.text.Emoji;
import io.muster.app.sandbox.text.Markdown;
import io.muster.app.sandbox.text.RichText;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Blocks as the page draws them: texts already read, elements with what they hold. */
final class BlockDrawing {
    private final Ink ink;
    private final ElementDrawing elements;

    BlockDrawing(Ink ink, ElementDrawing elements) {
        this.ink = ink;
        this.elements = elements;
    }

    ArrayNode draw(List<JsonNode> blocks, FormState form) {
        ArrayNode drawn = Json.array();
        blocks.forEach(block -> drawn.add(draw(block, form)));
        return drawn;
    }

    private ObjectNode draw(JsonNode block, FormState form) {
        String type = Json.text(block, "type");
        ObjectNode drawn =
                Json.object().put("type", type).put("block", Json.text(block, "block_id"));
        switch (type) {
            case "section" -> section(block, drawn, form);
            case "header" -> drawn.put("text", plain(block.path("text")));
            case "context" -> context(block, drawn);
            case "actions", "context_actions" ->
                    drawn.set("elements", all(block, Json.list(block, "elements"), form));
            case "image" -> image(block, drawn);
            case "rich_text" -> drawn.set("text", ink.passages(RichText.parse(block)));
            case "markdown" ->
                    drawn.set("text", ink.passages(Markdown.parse(Json.text(block, "text"))));
            case "table" -> drawn.set("text", ink.passages(BlockText.ofBlocks(List.of(block))));
            case "input" -> input(block, drawn, form);
            case "alert" -> {
                drawn.set("text", text(block.path("text")));
                drawn.put("level", Json.text(block, "level"));
            }
            case "video" -> video(block, drawn);
            case "card" -> card(block, drawn, form);
            case "carousel" -> drawn.set("elements", draw(Json.list(block, "elements"), form));
            case "file" -> drawn.put("text", Json.text(block, "external_id"));
            default -> {}
        }
        return drawn;
    }

    private void section(JsonNode block, ObjectNode drawn, FormState form) {
        if (Json.has(block, "text")) {
            drawn.set("text", text(block.path("text")));
        }
        ArrayNode fields = drawn.putArray("fields");
        Json.list(block, "fields").forEach(field -> fields.add(text(field)));
        if (Json.has(block, "accessory")) {
            drawn.set("accessory", one(block, block.path("accessory"), form));
        }
    }

    private void context(JsonNode block, ObjectNode drawn) {
        ArrayNode parts = drawn.putArray("elements");
        for (JsonNode element : Json.list(block, "elements")) {
            ObjectNode part = Json.object();
            if (Json.text(element, "type").equals("image")) {
                image(element, part.put("type", "image"));
            } else {
                part.put("type", "text").set("text", text(element));
            }
            parts.add(part);
        }
    }

    private static void image(JsonNode image, ObjectNode drawn) {
        drawn.put("alt", Json.text(image, "alt_text")).put("url", Json.text(image, "image_url"));
        drawn.put("title", plain(image.path("title")));
    }

    private void input(JsonNode block, ObjectNode drawn, FormState form) {
        drawn.put("label", plain(block.path("label")))
                .put("hint", plain(block.path("hint")))
                .put("optional", Json.flag(block, "optional"))
                .put("dispatch", Json.flag(block, "dispatch_action"));
        drawn.set("element", one(block, block.path("element"), form));
    }

    private static void video(JsonNode block, ObjectNode drawn) {
        drawn.put("title", plain(block.path("title")))
                .put("description", plain(block.path("description")))
                .put("author", Json.text(block, "author_name"))
                .put("provider", Json.text(block, "provider_name"))
                .put("url", Json.text(block, "title_url"))
                .put("alt", Json.text(block, "alt_text"));
    }

    private void card(JsonNode block, ObjectNode drawn, FormState form) {
        for (String field : List.of("title", "subtitle", "body")) {
            drawn.set(field, text(block.path(field)));
        }
        drawn.set("elements", all(block, Json.list(block, "actions"), form));
    }

    private ArrayNode all(JsonNode block, List<JsonNode> list, FormState form) {
        ArrayNode drawn = Json.array();
        list.forEach(element -> drawn.add(one(block, element, form)));
        return drawn;
    }

    private ObjectNode one(JsonNode block, JsonNode element, FormState form) {
        if (Json.text(element, "type").equals("image")) {
            ObjectNode drawn = Json.object().put("type", "image");
            image(element, drawn);
            return drawn;
        }
        return elements.draw(new Elements.Placed(block, element), form);
    }

    private ArrayNode text(JsonNode object) {
        return ink.passages(BlockText.text(object));
    }

    static String plain(JsonNode object) {
        return Emoji.pictured(Json.text(object, "text"));
    }
}
