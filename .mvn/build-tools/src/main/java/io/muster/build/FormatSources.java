package io.muster.build;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One formatter for everyone. Arguments: {@code check} or {@code apply}, and the project's root.
 *
 * <p>It runs on the build's own JDK and not inside Maven, because the formatter leans on the
 * compiler of the JDK that it runs on.
 */
public final class FormatSources {
    private static final int SHOWN = 10;

    private FormatSources() {}

    /** Exits with 1, naming every file, when {@code check} finds one that is not formatted. */
    public static void main(String[] args) throws IOException {
        boolean apply = args[0].equals("apply");
        Path root = Path.of(args[1]).toAbsolutePath().normalize();
        List<Path> unformatted = new ArrayList<>();
        for (Path file : sources(root)) {
            if (differs(file, apply)) {
                unformatted.add(root.relativize(file));
            }
        }
        if (!apply && !unformatted.isEmpty()) {
            System.err.println(unformatted.size() + " files are not formatted:");
            unformatted.stream().limit(SHOWN).forEach(file -> System.err.println("  " + file));
            System.err.println(
                    "Remedy: ./mvnw -q process-classes -pl .mvn/build-tools -Dmuster.format=apply");
            System.exit(1);
        }
    }

    private static boolean differs(Path file, boolean apply) throws IOException {
        String before = Files.readString(file);
        String after;
        try {
            after = format(before);
        } catch (FormatterException e) {
            throw new IllegalStateException(file + " is not Java: " + e.getMessage(), e);
        }
        if (after.equals(before)) {
            return false;
        }
        if (apply) {
            Files.writeString(file, after);
        }
        return true;
    }

    private static String format(String source) throws FormatterException {
        Formatter formatter =
                new Formatter(
                        JavaFormatterOptions.builder()
                                .style(JavaFormatterOptions.Style.AOSP)
                                .build());
        String imports =
                ImportOrderer.reorderImports(
                        RemoveUnusedImports.removeUnusedImports(source),
                        JavaFormatterOptions.Style.AOSP);
        return formatter.formatSource(imports);
    }

    private static List<Path> sources(Path root) throws IOException {
        List<Path> all = new ArrayList<>();
        for (String module : List.of(".mvn/build-tools", "core", "db", "app")) {
            try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
            }
        }
        return all.stream().sorted().toList();
    }
}
