package io.muster.core.written;

import io.muster.core.policy.LawBook;
import io.muster.core.policy.LawReader;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Good YAML as tests write it; what is not good YAML is the app's business. */
public final class Yaml {
    private static final LawBook LAWS =
            LawReader.read(tree(builtIn("laws"))).ifSound().orElseThrow();

    private Yaml() {}

    /** The tree of this text. */
    public static Written tree(String text) {
        return tree(new Compose(LoadSettings.builder().build()).composeString(text).orElseThrow());
    }

    /** The book of laws that ships with Muster. */
    public static LawBook laws() {
        return LAWS;
    }

    /** The text of a policy that ships with Muster. */
    public static String builtIn(String name) {
        String file = "/io/muster/core/policy/" + name + ".yml";
        try (InputStream stream = Yaml.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalArgumentException("no such resource: " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Written tree(Node node) {
        int line = node.getStartMark().orElseThrow().getLine() + 1;
        int column = node.getStartMark().orElseThrow().getColumn() + 1;
        return switch (node) {
            case ScalarNode s -> new Written.Scalar(words(s), line, column);
            case SequenceNode s ->
                    new Written.Sequence(
                            s.getValue().stream().map(Yaml::tree).toList(), line, column);
            case MappingNode m -> new Written.Mapping(entries(m), line, column);
            default -> throw new IllegalArgumentException("not for tests: " + node);
        };
    }

    private static List<Written.Entry> entries(MappingNode mapping) {
        return mapping.getValue().stream()
                .map(tuple ->
                        new Written.Entry(
                                (Written.Scalar) tree(tuple.getKeyNode()),
                                tree(tuple.getValueNode())))
                .toList();
    }

    private static String words(ScalarNode scalar) {
        return scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
    }
}
