package io.muster.app.sandbox.blockkit;

import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules about blocks together: how many, where, and what must not come twice. */
public final class BlockKit {
    private static final int MARKDOWN_TOTAL = 12_000;

    private BlockKit() {}

    /** Checks the blocks of a message; the pointer names where they stand in the request. */
    public static Findings checkMessage(JsonNode blocks, String at) {
        Findings findings = new Findings();
        check(blocks, at, Surface.MESSAGE, findings);
        return findings;
    }

    static void check(JsonNode blocks, String at, Surface surface, Findings findings) {
        Rule.array(0, surface.maxBlocks(), BlockRules.BLOCK).check(blocks, at, findings);
        List<JsonNode> list = Json.list(blocks);
        onSurface(list, at, surface, findings);
        uniqueIds(list, at, findings);
        once(list, at, findings);
    }

    private static void onSurface(
            List<JsonNode> blocks, String at, Surface surface, Findings findings) {
        for (int i = 0; i < blocks.size(); i++) {
            String type = Json.text(blocks.get(i), "type");
            if (surface.bars(type)) {
                findings.add(at + "/" + i + "/type", "unsupported type: " + type);
            }
            for (JsonNode element : Elements.in(blocks.get(i))) {
                String elementType = Json.text(element, "type");
                boolean stray =
                        Json.flag(element, "response_url_enabled")
                                && (surface != Surface.MODAL || !type.equals("input"));
                if (surface.barsElement(elementType) || stray) {
                    findings.add(at + "/" + i, "unsupported element here: " + elementType);
                }
            }
        }
    }

    private static void uniqueIds(List<JsonNode> blocks, String at, Findings findings) {
        Set<String> blockIds = new HashSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            String blockId = Json.text(blocks.get(i), "block_id");
            if (!blockId.isEmpty() && !blockIds.add(blockId)) {
                findings.add(
                        at + "/" + i + "/block_id", "`block_id` " + blockId + " already exists");
            }
            Set<String> actionIds = new HashSet<>();
            for (JsonNode element : Elements.in(blocks.get(i))) {
                String actionId = Json.text(element, "action_id");
                if (!actionId.isEmpty() && !actionIds.add(actionId)) {
                    findings.add(
                            at + "/" + i,
                            "`action_id` \"" + actionId + "\" already exists in block");
                }
            }
        }
    }

    private static void once(List<JsonNode> blocks, String at, Findings findings) {
        if (count(blocks, "table") > 1) {
            findings.add(at, "only one table allowed");
        }
        int markdown =
                blocks.stream()
                        .filter(block -> Json.text(block, "type").equals("markdown"))
                        .mapToInt(block -> Json.text(block, "text").length())
                        .sum();
        if (markdown > MARKDOWN_TOTAL) {
            findings.add(at, "markdown must be less than " + (MARKDOWN_TOTAL + 1) + " characters");
        }
        long focused =
                blocks.stream()
                        .flatMap(block -> Elements.in(block).stream())
                        .filter(element -> Json.flag(element, "focus_on_load"))
                        .count();
        if (focused > 1) {
            findings.add(at, "only one element may have focus_on_load");
        }
    }

    private static long count(List<JsonNode> blocks, String type) {
        return blocks.stream().filter(block -> Json.text(block, "type").equals(type)).count();
    }

    /** What is wrong with an answer to {@code block_suggestion}. */
    public static Findings checkSuggestions(JsonNode answer) {
        Findings findings = new Findings();
        Parts.SUGGESTIONS.check(answer, "", findings);
        return findings;
    }
}
