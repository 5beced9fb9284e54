package io.muster.core.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values as RFC 4180 has them. A cell that a spreadsheet would reckon, because
 * somebody typed an equals sign, gets an apostrophe before it.
 */
public final class Csv {
    private Csv() {}

    /** The lines of a report, heads first. */
    public static String of(List<ReportRow> rows) {
        StringBuilder text = new StringBuilder();
        text.append(line(ReportRow.HEADS));
        rows.forEach(row -> text.append(line(row.cells())));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        String safe =
                !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
