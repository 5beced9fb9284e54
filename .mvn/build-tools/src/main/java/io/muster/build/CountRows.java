package io.muster.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says which requirement rows have a test: a test proves a row by carrying its id as a JUnit tag.
 * Argument: the project's root. With {@code --table}, prints every row with its tests.
 */
public final class CountRows {
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"([MFS]\\d+)\"\\)");

    private CountRows() {}

    /** Prints the count and the rows without a test. */
    public static void main(String[] args) throws IOException {
        SequencedMap<String, String> rows = rows();
        Map<String, Set<String>> tests = tests(Path.of(args[0]));
        if (args.length > 1 && args[1].equals("--table")) {
            rows.forEach((id, words) -> System.out.println(line(id, words, tests)));
        }
        List<String> open = rows.keySet().stream().filter(id -> !tests.containsKey(id)).toList();
        System.out.println(
                "Requirement rows with tests: "
                        + (rows.size() - open.size())
                        + " of "
                        + rows.size()
                        + (open.isEmpty() ? "" : ". Without: " + String.join(" ", open)));
    }

    private static String line(String id, String words, Map<String, Set<String>> tests) {
        String proven = String.join(", ", tests.getOrDefault(id, Set.of()));
        return String.format("%-4s %-90s %s", id, words, proven.isEmpty() ? "–" : proven);
    }

    private static SequencedMap<String, String> rows() throws IOException {
        SequencedMap<String, String> rows = new LinkedHashMap<>();
        try (InputStream in = CountRows.class.getResourceAsStream("rows.txt")) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(" ", 2))
                    .forEach(parts -> rows.put(parts[0], parts[1]));
        }
        return rows;
    }

    private static Map<String, Set<String>> tests(Path root) throws IOException {
        Map<String, Set<String>> tests = new TreeMap<>();
        for (String module : List.of("core", "db", "app")) {
            Path folder = root.resolve(module).resolve("src/test/java");
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    note(file, tests);
                }
            }
        }
        return tests;
    }

    private static void note(Path file, Map<String, Set<String>> tests) throws IOException {
        Matcher tag = TAG.matcher(Files.readString(file));
        String name = file.getFileName().toString().replace(".java", "");
        while (tag.find()) {
            tests.computeIfAbsent(tag.group(1), id -> new TreeSet<>()).add(name);
        }
    }
}
