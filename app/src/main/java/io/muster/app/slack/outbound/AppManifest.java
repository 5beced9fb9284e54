package io.muster.app.slack.outbound;

import io.muster.app.policy.YamlFile;
import io.muster.core.written.Reading;
import io.muster.core.written.Written;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the app asks Slack for, as the manifest says that the build puts into the jar.
 *
 * @param scopes all of them
 * @param optional those among them without which Muster works as well
 */
public record AppManifest(Set<String> scopes, Set<String> optional) {
    public AppManifest {
        scopes = Set.copyOf(scopes);
        optional = Set.copyOf(optional);
    }

    /** The one that this Muster was built with. */
    public static AppManifest ours() {
        try (InputStream in = AppManifest.class.getResourceAsStream("/manifest.yml")) {
            byte[] bytes = Objects.requireNonNull(in, "the jar has no manifest.yml").readAllBytes();
            return read(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AppManifest read(String text) {
        Optional<Written> scopes =
                YamlFile.read(text) instanceof Reading.Sound<Written>(Written root, var warnings)
                        ? at(root, "oauth_config").flatMap(oauth -> at(oauth, "scopes"))
                        : Optional.empty();
        return new AppManifest(
                words(scopes.flatMap(s -> at(s, "bot"))),
                words(scopes.flatMap(s -> at(s, "bot_optional"))));
    }

    private static Optional<Written> at(Written where, String key) {
        return where instanceof Written.Mapping mapping
                ? mapping.entries().stream()
                        .filter(entry -> entry.key().text().equals(key))
                        .map(Written.Entry::value)
                        .findFirst()
                : Optional.empty();
    }

    private static Set<String> words(Optional<Written> list) {
        Set<String> words = new LinkedHashSet<>();
        if (list.orElse(null) instanceof Written.Sequence sequence) {
            for (Written item : sequence.items()) {
                if (item instanceof Written.Scalar word) {
                    words.add(word.text());
                }
            }
        }
        return words;
    }
}
