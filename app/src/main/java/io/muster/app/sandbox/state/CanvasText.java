package io.muster.app.sandbox.state;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Cuts markdown into the sections of a canvas, and says whether a canvas can hold it. */
final class CanvasText {
    private static final int BYTES = 1024 * 1024;
    private static final int CELLS = 300;

    private CanvasText() {}

    static boolean tooLarge(String markdown) {
        return markdown.getBytes(StandardCharsets.UTF_8).length > BYTES;
    }

    /** No heading below the third level, no table of more than 300 cells. */
    static boolean holdable(String markdown) {
        boolean deepHeading = markdown.lines().anyMatch(line -> line.matches("#{4,}\\s.*"));
        return !deepHeading && cells(markdown) <= CELLS;
    }

    private static long cells(String markdown) {
        long largest = 0;
        long current = 0;
        for (String line : markdown.lines().toList()) {
            boolean row = line.strip().startsWith("|");
            boolean rule = row && line.matches("[\\s|:-]+");
            current =
                    row ? current + (rule ? 0 : line.strip().split("(?<!\\\\)\\|").length - 1) : 0;
            largest = Math.max(largest, current);
        }
        return largest;
    }

    static List<Canvas.Section> sections(String markdown, Supplier<String> ids) {
        List<Canvas.Section> sections = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        boolean fenced = false;
        for (String line : markdown.lines().toList()) {
            boolean fence = line.strip().startsWith("```");
            boolean heading = !fenced && line.matches("#{1,3}\\s.*");
            if (heading || (!fenced && line.isBlank())) {
                close(open, sections, ids);
            }
            if (heading) {
                sections.add(new Canvas.Section(ids.get(), line));
            } else if (fenced || !line.isBlank()) {
                open.append(line).append('\n');
            }
            fenced = fence != fenced;
        }
        close(open, sections, ids);
        return sections;
    }

    private static void close(
            StringBuilder open, List<Canvas.Section> sections, Supplier<String> ids) {
        String text = open.toString().stripTrailing();
        if (!text.isEmpty()) {
            sections.add(new Canvas.Section(ids.get(), text));
        }
        open.setLength(0);
    }
}
