package io.muster.app.sandbox;

import io.muster.app.sandbox.blockkit.Elements;
import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.text.Emoji;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.stream.Stream;

/** Finds elements by the words that a person sees on them. */
final class Labels {
    private Labels() {}

    static List<String> buttons(List<JsonNode> blocks) {
        return Elements.interactive(blocks).stream()
                .filter(placed -> placed.type().equals("button"))
                .map(placed -> label(placed.element()))
                .toList();
    }

    static String label(JsonNode element) {
        return Emoji.drawn(Json.text(element.path("text"), "text"));
    }

    static boolean isCalled(Elements.Placed placed, String name) {
        return names(placed)
                .anyMatch(each ->
                        each.equalsIgnoreCase(Emoji.drawn(name.strip().replace("\uFE0F", ""))));
    }

    static Stream<String> names(Elements.Placed placed) {
        return Elements.names(placed).map(Emoji::drawn);
    }

    /** Fails with everything that is there, so that a test says what it should have asked for. */
    static Elements.Placed find(List<JsonNode> blocks, String name) {
        List<Elements.Placed> all = Elements.interactive(blocks);
        return all.stream()
                .filter(placed -> isCalled(placed, name))
                .findFirst()
                .orElseThrow(() -> nothing(name, all));
    }

    static IllegalArgumentException nothing(String name, List<Elements.Placed> all) {
        List<List<String>> there = all.stream().map(placed -> names(placed).toList()).toList();
        return new IllegalArgumentException("nothing called \"" + name + "\" among " + there);
    }
}
