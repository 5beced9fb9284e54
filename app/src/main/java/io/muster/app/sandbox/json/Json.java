package io.muster.app.sandbox.json;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The few things that everybody here does with JSON. A field that is absent reads as empty. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** The value that the text spells, or nothing when it spells none. */
    public static Optional<JsonNode> parse(String text) {
        try {
            JsonNode value = MAPPER.readTree(text);
            return value.isMissingNode() ? Optional.empty() : Optional.of(value);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** As {@link #parse}, for text that the caller vouches for. */
    public static JsonNode of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not JSON: " + text));
    }

    /** A YAML document (JSON is one too). */
    public static JsonNode yaml(String text) {
        Object document = new Load(LoadSettings.builder().build()).loadFromString(text);
        return MAPPER.valueToTree(document);
    }

    public static String write(JsonNode value) {
        return MAPPER.writeValueAsString(value);
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    public static ArrayNode array(Collection<String> texts) {
        ArrayNode array = array();
        texts.forEach(array::add);
        return array;
    }

    public static ArrayNode arrayOf(Collection<? extends JsonNode> values) {
        ArrayNode array = array();
        values.forEach(array::add);
        return array;
    }

    /** The field as text; empty when it is absent, null or not a scalar. */
    public static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    public static boolean has(JsonNode node, String field) {
        return node.hasNonNull(field);
    }

    public static boolean flag(JsonNode node, String field) {
        return node.path(field).asBoolean(false);
    }

    /** The elements of an array; none for anything else. */
    public static List<JsonNode> list(JsonNode node) {
        List<JsonNode> elements = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(elements::add);
        }
        return elements;
    }

    public static List<JsonNode> list(JsonNode node, String field) {
        return list(node.path(field));
    }

    public static Stream<JsonNode> stream(JsonNode node, String field) {
        return list(node, field).stream();
    }

    public static List<String> texts(JsonNode node, String field) {
        return stream(node, field).map(each -> each.asString("")).toList();
    }

    public static ObjectNode copy(ObjectNode node) {
        return node.deepCopy();
    }
}
