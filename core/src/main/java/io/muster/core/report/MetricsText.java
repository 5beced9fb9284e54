package io.muster.core.report;

import static io.muster.core.report.Table.words;

import io.muster.core.Phrase;
import io.muster.core.document.Chapter;
import io.muster.core.document.Passage;

import java.util.ArrayList;
import java.util.List;

/** The figures of the response as a chapter. */
final class MetricsText {
    private final Metrics metrics;

    MetricsText(Metrics metrics) {
        this.metrics = metrics;
    }

    Chapter chapter() {
        List<Passage> passages = new ArrayList<>();
        passages.add(
                new Passage.Paragraph(
                        Phrase.of(
                                "Median · 90th percentile · number of incidents, counted from the"
                                        + " declaration; drills and dismissed reports left out.")));
        passages.add(table("Month", metrics.months()));
        if (!metrics.severities().isEmpty()) {
            passages.add(table("Severity", metrics.severities()));
        }
        return new Chapter("Times of the response", passages);
    }

    private Passage table(String head, List<Metrics.Row> rows) {
        Table table =
                new Table(
                        head,
                        "Incidents",
                        "To acknowledge",
                        "To contain",
                        "To resolve",
                        "Clocks met");
        rows.forEach(row -> add(table, row));
        if (!rows.isEmpty()) {
            add(table, metrics.all());
        }
        return table.or("There was no incident to measure.");
    }

    private static void add(Table table, Metrics.Row row) {
        table.row(
                Phrase.EMPTY.strong(row.name()),
                words(row.incidents()),
                words(row.acknowledge().words()),
                words(row.contain().words()),
                words(row.resolve().words()),
                words(
                        row.share()
                                .map(s -> s + " % (" + row.kept() + " of " + row.promises() + ")")
                                .orElse("—")));
    }
}
