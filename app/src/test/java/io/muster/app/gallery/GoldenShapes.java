package io.muster.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One file for each shape; {@code -Dmuster.golden=write} writes them anew. */
public final class GoldenShapes {
    private static final Path FOLDER = Path.of("src/test/resources/io/muster/app/gallery");
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Longer words are told apart by their beginning, their length and a number made of them. */
    private static final int WORDS = 300;

    private GoldenShapes() {}

    /** Fails where a shape is not as its file says, and where a file has no shape any more. */
    public static void compare(String world, Map<String, Shape> shapes) {
        Path folder = FOLDER.resolve(world);
        if ("write".equals(System.getProperty("muster.golden"))) {
            write(folder, shapes);
        }
        assertThat(names(folder)).as("the shapes of " + world).isEqualTo(shapes.keySet());
        shapes.forEach((name, shape) ->
                assertThat(text(shape)).as(name).isEqualTo(read(folder.resolve(name + ".json"))));
    }

    private static void write(Path folder, Map<String, Shape> shapes) {
        try {
            Files.createDirectories(folder);
            for (String name : names(folder)) {
                Files.delete(folder.resolve(name + ".json"));
            }
            for (Shape shape : shapes.values()) {
                Files.writeString(folder.resolve(shape.name() + ".json"), text(shape));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .forEach(names::add);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Shape shape) {
        return PRETTY.writeValueAsString(shortened(shape.still())).replace("\r\n", "\n") + "\n";
    }

    /** Never in the middle of an emoji. */
    private static int end(String words) {
        return Character.isHighSurrogate(words.charAt(WORDS - 1)) ? WORDS - 1 : WORDS;
    }

    private static JsonNode shortened(JsonNode node) {
        if (node.isString() && node.asString().length() > WORDS) {
            String words = node.asString();
            return Json.object()
                    .stringNode(
                            words.substring(0, end(words))
                                    + " [… "
                                    + words.length()
                                    + " characters, "
                                    + Integer.toHexString(words.hashCode())
                                    + "]");
        }
        if (node instanceof ArrayNode list) {
            ArrayNode copy = Json.array();
            list.forEach(each -> copy.add(shortened(each)));
            return copy;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = Json.object();
            object.properties().forEach(e -> copy.set(e.getKey(), shortened(e.getValue())));
            return copy;
        }
        return node;
    }
}
