package io.muster.db.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.db.Anything;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

class CanonicalJsonTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Test
    void keys_are_sorted_by_utf_16_code_units_as_rfc_8785_shows() {
        assertThat(
                        canonical(
                                """
                                {
                                  "\\u20ac": "Euro Sign",
                                  "\\r": "Carriage Return",
                                  "\\u000a": "Newline",
                                  "1": "One",
                                  "\\u0080": "Control\\u007f",
                                  "\\ud83d\\ude02": "Smiley",
                                  "\\u00f6": "Latin Small Letter O With Diaeresis",
                                  "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                                  "</script>": "Browser Challenge"
                                }
                                """))
                .isEqualTo(
                        "{\"\\n\":\"Newline\",\"\\r\":\"Carriage Return\",\"1\":\"One\","
                                + "\"</script>\":\"Browser Challenge\",\"\u0080\":\"Control\u007f\","
                                + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
                                + "\"\u20ac\":\"Euro Sign\",\"\ud83d\ude02\":\"Smiley\","
                                + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void strings_are_escaped_only_where_they_must_be() {
        assertThat(canonical("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\""))
                .isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
        assertThat(canonical("\"\\b\\f\\n\\r\\t\\u0000\\u001f\\u007f\\u2028\""))
                .isEqualTo("\"\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\u2028\"");
    }

    @Test
    void characters_beyond_the_first_plane_stay_as_they_are() {
        assertThat(canonical("\"\\ud83d\\ude92 \\ud834\\udd1e\"")).isEqualTo("\"🚒 𝄞\"");
    }

    @Test
    void nothing_is_normalized_and_no_language_is_asked() {
        assertThat(canonical("{\"Unnormalized Unicode\":\"A\\u030a\"}"))
                .isEqualTo("{\"Unnormalized Unicode\":\"A\u030a\"}");
        assertThat(canonical("{\"sin\":4,\"pêche\":3,\"péché\":2,\"peach\":1}"))
                .isEqualTo("{\"peach\":1,\"péché\":2,\"pêche\":3,\"sin\":4}");
    }

    @Test
    void structures_lose_their_white_space_and_keep_the_order_of_lists() {
        assertThat(
                        canonical(
                                """
                                { "1": {"f": {"f": "hi", "F": 5}, "\\n": 56}, "10": { }, "": "empty",
                                  "a": { }, "111": [ {"e": "yes", "E": "no"}, [ ], [3, 2, 1] ], "A": { } }
                                """))
                .isEqualTo(
                        "{\"\":\"empty\",\"1\":{\"\\n\":56,\"f\":{\"F\":5,\"f\":\"hi\"}},\"10\":{},"
                                + "\"111\":[{\"E\":\"no\",\"e\":\"yes\"},[],[3,2,1]],\"A\":{},\"a\":{}}");
    }

    @Test
    void literals_and_whole_numbers_are_written_plainly() {
        assertThat(
                        canonical(
                                "[null, true, false, 0, -0, 7, -1, 9007199254740991,"
                                        + " -9007199254740991]"))
                .isEqualTo("[null,true,false,0,0,7,-1,9007199254740991,-9007199254740991]");
        assertThat(CanonicalJson.text(NODES.numberNode(BigInteger.TEN))).isEqualTo("10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5",
                "1e3",
                "1.0",
                "-0.0",
                "9007199254740992",
                "-9007199254740992",
                "9223372036854775807",
                "-9223372036854775808",
                "99999999999999999999999"
            })
    void a_number_that_printers_disagree_about_is_refused(String number) {
        assertThatThrownBy(() -> canonical("{\"n\":[" + number + "]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no canonical form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDE92", "a\uD83Db", "\uDE92\uD83D", "\uD83D\uD83D\uDE92"})
    void half_a_character_is_refused_in_a_text_and_in_a_key(String half) {
        assertThatThrownBy(() -> CanonicalJson.text(StringNode.valueOf(half)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.text(NODES.objectNode().put(half, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_not_json_is_refused() {
        assertThatThrownBy(() -> CanonicalJson.text(NODES.binaryNode(new byte[] {1})))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.text(NODES.pojoNode(this)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.text(NODES.missingNode()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void two_writers_agree_on_anything_and_reading_it_gives_it_back() {
        for (int seed = 0; seed < 3_000; seed++) {
            JsonNode value = anything(Anything.seeded(seed), 4);
            String text = CanonicalJson.text(value);

            assertThat(text).as("seed %d", seed).isEqualTo(naive(value));
            assertThat(MAPPER.readTree(text)).as("seed %d", seed).isEqualTo(value);
            assertThat(canonical(text)).as("seed %d", seed).isEqualTo(text);
        }
    }

    private static String canonical(String json) {
        return CanonicalJson.text(MAPPER.readTree(json));
    }

    private static JsonNode anything(Anything any, int depth) {
        RandomGenerator random = any.random();
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt());
            case 3 -> NODES.numberNode(random.nextLong(1L << 40, 1L << 53));
            case 4 -> StringNode.valueOf(any.of(String.class));
            case 5 -> {
                ArrayNode array = NODES.arrayNode();
                random.ints(random.nextInt(4)).forEach(i -> array.add(anything(any, depth - 1)));
                yield array;
            }
            default -> {
                ObjectNode object = NODES.objectNode();
                random.ints(random.nextInt(6))
                        .forEach(i -> object.set(any.of(String.class), anything(any, depth - 1)));
                yield object;
            }
        };
    }

    /** The same rules, written down as naively as they can be. */
    private static String naive(JsonNode value) {
        if (value.isObject()) {
            Map<String, JsonNode> sorted =
                    new TreeMap<>(
                            Comparator.comparing(String::toCharArray, CanonicalJsonTest::byUnits));
            value.properties().forEach(p -> sorted.put(p.getKey(), p.getValue()));
            return sorted.entrySet().stream()
                    .map(e -> quoted(e.getKey()) + ":" + naive(e.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value.isArray()) {
            return value.values().stream()
                    .map(CanonicalJsonTest::naive)
                    .collect(Collectors.joining(",", "[", "]"));
        }
        return value.isString() ? quoted(value.stringValue()) : value.toString();
    }

    private static int byUnits(char[] a, char[] b) {
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            if (a[i] != b[i]) {
                return Integer.compare(a[i], b[i]);
            }
        }
        return Integer.compare(a.length, b.length);
    }

    private static String quoted(String text) {
        Map<Integer, String> named =
                Map.of(8, "\\b", 9, "\\t", 10, "\\n", 12, "\\f", 13, "\\r", 34, "\\\"", 92, "\\\\");
        return text.codePoints()
                .mapToObj(c ->
                        named.containsKey(c)
                                ? named.get(c)
                                : c < 32 ? String.format("\\u%04x", c) : Character.toString(c))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
