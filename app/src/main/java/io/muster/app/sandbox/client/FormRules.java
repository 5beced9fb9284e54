package io.muster.app.sandbox.client;

import io.muster.app.sandbox.blockkit.ElementValues;
import io.muster.app.sandbox.blockkit.Elements;
import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.View;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the client itself finds wrong with a form, by the block's id. */
final class FormRules {
    private static final int MOST = 3000;

    private FormRules() {}

    static Map<String, String> problems(View view) {
        Map<String, String> problems = new LinkedHashMap<>();
        for (Elements.Placed placed : Elements.interactive(view.blocks())) {
            if (!placed.isInput()) {
                continue;
            }
            JsonNode held = view.form().get(placed);
            problem(placed, held).ifPresent(words -> problems.put(placed.blockId(), words));
        }
        return problems;
    }

    private static Optional<String> problem(Elements.Placed placed, JsonNode held) {
        if (ElementValues.isEmpty(held)) {
            return Json.flag(placed.block(), "optional")
                    ? Optional.empty()
                    : Optional.of("Please complete this required field.");
        }
        JsonNode element = placed.element();
        String value = Json.text(held, "value");
        return switch (placed.type()) {
            case "plain_text_input" -> length(element, value);
            case "number_input" -> number(element, value);
            case "email_text_input" ->
                    unless(
                            value.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"),
                            "Please enter a valid email address.");
            case "url_text_input" ->
                    unless(value.matches("https?://\\S+\\.\\S+"), "Please enter a valid URL.");
            default -> many(element, held);
        };
    }

    private static Optional<String> length(JsonNode element, String value) {
        int min = element.path("min_length").asInt(0);
        int max = element.path("max_length").asInt(MOST);
        int length = value.codePointCount(0, value.length());
        if (length < min) {
            return Optional.of("Must be at least " + min + " characters.");
        }
        return unless(length <= max, "Must be less than " + (max + 1) + " characters.");
    }

    private static Optional<String> number(JsonNode element, String value) {
        if (!value.matches("-?\\d+(?:\\.\\d+)?")) {
            return Optional.of("Please enter a valid number.");
        }
        if (value.contains(".") && !Json.flag(element, "is_decimal_allowed")) {
            return Optional.of("Please enter a whole number.");
        }
        BigDecimal number = new BigDecimal(value);
        boolean low =
                Json.has(element, "min_value")
                        && number.compareTo(new BigDecimal(Json.text(element, "min_value"))) < 0;
        boolean high =
                Json.has(element, "max_value")
                        && number.compareTo(new BigDecimal(Json.text(element, "max_value"))) > 0;
        return unless(!low && !high, "Please enter a number in the allowed range.");
    }

    private static Optional<String> many(JsonNode element, JsonNode held) {
        int most = element.path("max_selected_items").asInt(Integer.MAX_VALUE);
        int chosen = held.path(ElementValues.field(Json.text(held, "type"))).size();
        return unless(
                !ElementValues.isMany(Json.text(held, "type")) || chosen <= most,
                "Please choose at most " + most + ".");
    }

    private static Optional<String> unless(boolean fine, String problem) {
        return fine ? Optional.empty() : Optional.of(problem);
    }
}
