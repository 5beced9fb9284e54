package io.muster.app.sandbox.client;

import io.muster.app.sandbox.blockkit.ElementValues;
import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.User;
import io.muster.app.sandbox.text.RichText;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns a person's words into what an element holds. */
public final class Filling {
    private Filling() {}

    /** Words for a menu are matched with ids, names and labels; several are set apart by commas. */
    public static ObjectNode value(
            JsonNode element, User user, List<Choices.Choice> offered, String words) {
        String type = Json.text(element, "type");
        if (words.isBlank()) {
            return ElementValues.empty(element);
        }
        return switch (type) {
            case "datepicker" -> text(element, day(words));
            case "timepicker" -> text(element, LocalTime.parse(words.strip()).toString());
            case "datetimepicker" ->
                    ElementValues.of(element, Json.object().numberNode(seconds(words, user)));
            case "rich_text_input" -> ElementValues.of(element, RichText.typed(words));
            case "file_input" -> files(element, words);
            default ->
                    type.endsWith("_input")
                            ? text(element, words)
                            : chosen(element, type, offered, words);
        };
    }

    /** As above, for choices that were made one by one: no comma sets them apart. */
    public static ObjectNode chosen(
            JsonNode element, User user, List<Choices.Choice> offered, List<String> words) {
        String type = Json.text(element, "type");
        if (words.isEmpty()) {
            return ElementValues.empty(element);
        }
        if (type.equals("file_input") || !ElementValues.isMany(type)) {
            return value(element, user, offered, String.join(",", words));
        }
        List<JsonNode> values = new ArrayList<>();
        words.forEach(word -> values.add(pick(offered, word).value()));
        return ElementValues.of(element, Json.arrayOf(values));
    }

    private static ObjectNode text(JsonNode element, String words) {
        return ElementValues.of(element, Json.object().stringNode(words));
    }

    private static String day(String words) {
        return LocalDate.parse(words.strip()).toString();
    }

    private static long seconds(String words, User user) {
        String when = words.strip().replace(' ', 'T');
        if (when.matches("\\d{9,10}")) {
            return Long.parseLong(when);
        }
        try {
            return Instant.parse(when).getEpochSecond();
        } catch (DateTimeParseException e) {
            return LocalDateTime.parse(when).atZone(user.zone()).toEpochSecond();
        }
    }

    private static ObjectNode files(JsonNode element, String words) {
        ArrayNode files = Json.array();
        Arrays.stream(words.split(","))
                .forEach(id -> files.add(Json.object().put("id", id.strip())));
        return ElementValues.of(element, files);
    }

    private static ObjectNode chosen(
            JsonNode element, String type, List<Choices.Choice> offered, String words) {
        if (!ElementValues.isMany(type)) {
            return ElementValues.of(element, pick(offered, words).value().deepCopy());
        }
        List<JsonNode> values = new ArrayList<>();
        for (String word : severally(offered, words)) {
            values.add(pick(offered, word).value());
        }
        return ElementValues.of(element, Json.arrayOf(values));
    }

    /** A label may itself hold a comma. */
    private static List<String> severally(List<Choices.Choice> offered, String words) {
        boolean one = offered.stream().anyMatch(choice -> choice.isCalled(words));
        return one ? List.of(words) : List.of(words.split("\\s*,\\s*"));
    }

    public static Choices.Choice pick(List<Choices.Choice> offered, String words) {
        return offered.stream()
                .filter(choice -> choice.isCalled(words))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no choice \""
                                        + words
                                        + "\" among "
                                        + offered.stream().map(Choices.Choice::label).toList()));
    }
}
