package io.muster.app.policy;

import io.muster.core.policy.LawBook;
import io.muster.core.policy.LawReader;
import io.muster.core.policy.Policy;
import io.muster.core.policy.PolicyReader;
import io.muster.core.written.Nearest;
import io.muster.core.written.Problem;
import io.muster.core.written.Reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** Finds policies: those that ship with Muster by name, all others by path. */
public final class PolicyFiles {
    /** The policies that ship with Muster; the first is used when nothing else is asked for. */
    public static final List<String> BUILT_IN = List.of("featuresignals", "soc2-irp-001");

    private static final LawBook LAWS =
            YamlFile.read(resource(Policy.class, "laws.yml"))
                    .then(LawReader::read)
                    .ifSound()
                    .orElseThrow();

    private static final int FINGERPRINT_DIGITS = 12;

    private PolicyFiles() {}

    /**
     * Reads a built-in policy by its name, or any other by its path. That there is no such file is
     * a problem of the reading, never an exception.
     */
    public static PolicyFile load(String nameOrPath) {
        if (BUILT_IN.contains(nameOrPath)) {
            return read(nameOrPath, resource(Policy.class, nameOrPath + ".yml"));
        }
        Reading<String> text = fromDisk(nameOrPath);
        return switch (text) {
            case Reading.Sound<String> sound -> read(nameOrPath, sound.value());
            case Reading.Faulty<String> faulty ->
                    new PolicyFile(
                            nameOrPath,
                            "",
                            fingerprint(""),
                            new Reading.Faulty<>(faulty.problems()));
        };
    }

    /** Reads a policy out of its text, for example the text that an incident kept. */
    public static PolicyFile read(String source, String text) {
        String fingerprint = fingerprint(text);
        Reading<Policy> reading =
                YamlFile.read(text).then(root -> PolicyReader.read(root, fingerprint, LAWS));
        return new PolicyFile(source, text, fingerprint, reading);
    }

    /** The JSON Schema of policy files, for editors. */
    public static String schema() {
        return resource(Policy.class, "policy.schema.json");
    }

    /** The first 12 hexadecimal digits of the SHA-256 of a text. */
    static String fingerprint(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, FINGERPRINT_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Reading<String> fromDisk(String nameOrPath) {
        try {
            Path path = Path.of(nameOrPath);
            return Files.exists(path) ? TextFile.read(path) : neither(nameOrPath);
        } catch (InvalidPathException e) {
            return neither(nameOrPath);
        }
    }

    private static Reading<String> neither(String nameOrPath) {
        return new Reading.Faulty<>(
                List.of(
                        Problem.fault(
                                "",
                                0,
                                "There is neither a built-in policy nor a file `"
                                        + nameOrPath
                                        + "`.",
                                Nearest.remedy(
                                        nameOrPath,
                                        BUILT_IN,
                                        "Check the path, or use a built-in one:"))));
    }

    /** The text of a resource that lies beside this class; it always does. */
    static String resource(Class<?> beside, String name) {
        try (InputStream stream = beside.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(stream, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
