package io.muster.app.sandbox.blockkit;

import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the interactive elements of blocks. */
public final class Elements {
    private static final Set<String> STATELESS =
            Set.of(
                    "button",
                    "overflow",
                    "image",
                    "workflow_button",
                    "feedback_buttons",
                    "icon_button",
                    "mrkdwn",
                    "plain_text");

    /** An element with the block that holds it. */
    public record Placed(JsonNode block, JsonNode element) {
        public String blockId() {
            return Json.text(block, "block_id");
        }

        public String actionId() {
            return Json.text(element, "action_id");
        }

        public String type() {
            return Json.text(element, "type");
        }

        public boolean isInput() {
            return Json.text(block, "type").equals("input");
        }
    }

    private Elements() {}

    /** The elements of one block, in reading order. */
    static List<JsonNode> in(JsonNode block) {
        return switch (Json.text(block, "type")) {
            case "section" ->
                    Json.has(block, "accessory") ? List.of(block.get("accessory")) : List.of();
            case "input" -> Json.has(block, "element") ? List.of(block.get("element")) : List.of();
            case "actions", "context_actions" -> Json.list(block, "elements");
            case "card" -> Json.list(block, "actions");
            case "carousel" ->
                    Json.stream(block, "elements")
                            .flatMap(card -> Json.stream(card, "actions"))
                            .toList();
            default -> List.of();
        };
    }

    public static List<Placed> interactive(List<JsonNode> blocks) {
        List<Placed> placed = new ArrayList<>();
        for (JsonNode block : blocks) {
            for (JsonNode element : in(block)) {
                if (!Json.text(element, "type").equals("image")) {
                    placed.add(new Placed(block, element));
                }
            }
        }
        return placed;
    }

    public static Optional<Placed> find(List<JsonNode> blocks, String blockId, String actionId) {
        return interactive(blocks).stream()
                .filter(each -> each.blockId().equals(blockId))
                .filter(each -> each.actionId().equals(actionId))
                .findFirst();
    }

    /** Whether the element remembers what was chosen or typed. */
    public static boolean isStateful(JsonNode element) {
        return !STATELESS.contains(Json.text(element, "type"));
    }

    /** The options of a menu, groups unfolded. */
    public static List<JsonNode> options(JsonNode element) {
        return Parts.options(element);
    }

    /** Words by which a person would point at the element. */
    public static Stream<String> names(Placed placed) {
        JsonNode element = placed.element();
        return Stream.of(
                        placed.actionId(),
                        placed.blockId(),
                        Json.text(element.path("text"), "text"),
                        Json.text(element.path("placeholder"), "text"),
                        Json.text(placed.block().path("label"), "text"),
                        Json.text(element, "accessibility_label"))
                .filter(name -> !name.isEmpty());
    }
}
