package io.muster.app.policy;

import java.util.ArrayList;
import java.util.List;

/** Lines of text whose parts stand below each other. */
final class Columns {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    Columns row(String... cells) {
        return row(List.of(cells));
    }

    Columns row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /** The lines, each behind this indentation; the last part of a line is never padded. */
    String text(String indent) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                line.append(cell);
                if (i < row.size() - 1) {
                    line.repeat(' ', width(i) - cell.length()).append(GAP);
                }
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> row.size() > column + 1)
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }
}
