package io.muster.app.sandbox.page;

import io.muster.app.sandbox.blockkit.ElementValues;
import io.muster.app.sandbox.blockkit.Elements;
import io.muster.app.sandbox.client.Choices;
import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.FormState;
import io.muster.app.sandbox.state.User;
import io.muster.app.sandbox.text.BlockText;
import io.muster.app.sandbox.text.PlainText;
import io.muster.app.sandbox.text.RichText;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** Buttons, menus, pickers and inputs as the page draws them. */
final class ElementDrawing {
    private final User reader;
    private final Ink ink;
    private final Choices choices;
    private final PlainText words;

    ElementDrawing(User reader, Ink ink, Choices choices, PlainText words) {
        this.reader = reader;
        this.ink = ink;
        this.choices = choices;
        this.words = words;
    }

    ObjectNode draw(Elements.Placed placed, FormState form) {
        JsonNode element = placed.element();
        ObjectNode drawn =
                Json.object()
                        .put("type", placed.type())
                        .put("block", placed.blockId())
                        .put("action", placed.actionId())
                        .put("text", BlockDrawing.plain(element.path("text")))
                        .put("label", Json.text(element, "accessibility_label"))
                        .put("placeholder", BlockDrawing.plain(element.path("placeholder")))
                        .put("style", Json.text(element, "style"))
                        .put("url", Json.text(element, "url"))
                        .put("focus", Json.flag(element, "focus_on_load"));
        for (String plain :
                List.of(
                        "multiline",
                        "min_length",
                        "max_length",
                        "min_value",
                        "max_value",
                        "is_decimal_allowed",
                        "max_selected_items",
                        "max_files",
                        "min_query_length")) {
            if (Json.has(element, plain)) {
                drawn.set(plain, element.get(plain));
            }
        }
        drawn.put(
                "eachCharacter",
                Json.texts(element.path("dispatch_action_config"), "trigger_actions_on")
                        .contains("on_character_entered"));
        if (Json.has(element, "confirm")) {
            drawn.set("confirm", confirm(element.path("confirm")));
        }
        options(placed, drawn);
        if (Elements.isStateful(element)) {
            drawn.set("held", held(form.get(placed)));
        }
        return drawn;
    }

    private ObjectNode confirm(JsonNode confirm) {
        ObjectNode drawn =
                Json.object()
                        .put("title", BlockDrawing.plain(confirm.path("title")))
                        .put("confirm", BlockDrawing.plain(confirm.path("confirm")))
                        .put("deny", BlockDrawing.plain(confirm.path("deny")))
                        .put("style", Json.text(confirm, "style"));
        drawn.set("text", ink.passages(BlockText.text(confirm.path("text"))));
        return drawn;
    }

    private void options(Elements.Placed placed, ObjectNode drawn) {
        JsonNode element = placed.element();
        if (Json.has(element, "option_groups")) {
            ArrayNode groups = drawn.putArray("groups");
            for (JsonNode group : Json.list(element, "option_groups")) {
                ObjectNode one =
                        Json.object().put("label", BlockDrawing.plain(group.path("label")));
                one.set("options", drawn(Json.stream(group, "options").map(Choices::option)));
                groups.add(one);
            }
            return;
        }
        if (placed.type().endsWith("external_select")) {
            drawn.put("external", true);
        }
        drawn.set("options", drawn(choices.of(element, reader).stream()));
    }

    ArrayNode drawn(Stream<Choices.Choice> offered) {
        ArrayNode options = Json.array();
        offered.forEach(choice -> {
            ObjectNode option = Json.object().put("id", choice.id()).put("text", choice.label());
            if (choice.value().isObject()) {
                option.set("spans", ink.passages(BlockText.text(choice.value().path("text"))));
                option.put("description", BlockDrawing.plain(choice.value().path("description")))
                        .put("url", Json.text(choice.value(), "url"));
            }
            options.add(option);
        });
        return options;
    }

    /** What is held, as the words that the page puts back: ids of options, plain values. */
    private ArrayNode held(ObjectNode state) {
        JsonNode value = state.path(ElementValues.field(Json.text(state, "type")));
        ArrayNode held = Json.array();
        if (value.isArray()) {
            value.forEach(each -> held.add(id(each)));
        } else if (Json.text(state, "type").equals("rich_text_input") && value.isObject()) {
            held.add(text(words.of(RichText.parse(value))));
        } else if (Json.text(state, "type").equals("datetimepicker") && value.isNumber()) {
            held.add(text(local(value.asLong())));
        } else if (!value.isNull() && !value.isMissingNode()) {
            held.add(id(value));
        }
        return held;
    }

    private String local(long seconds) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")
                .format(Instant.ofEpochSecond(seconds).atZone(reader.zone()));
    }

    /** An option is held by its value, with its label in case it was found by a search. */
    private static JsonNode id(JsonNode value) {
        if (!value.isObject()) {
            return text(value.asString(""));
        }
        String id = Json.has(value, "value") ? Json.text(value, "value") : Json.text(value, "id");
        return Json.object().put("id", id).put("text", BlockDrawing.plain(value.path("text")));
    }

    private static JsonNode text(String words) {
        return Json.object().stringNode(words);
    }
}
