package io.muster.core.report;

import static io.muster.core.report.Table.at;
import static io.muster.core.report.Table.code;
import static io.muster.core.report.Table.words;

import io.muster.core.Phrase;
import io.muster.core.document.Chapter;
import io.muster.core.document.Passage;
import io.muster.core.policy.Control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that did not go as the plan says, before anything else is shown. */
final class ExceptionsText {
    private final ControlReport report;

    ExceptionsText(ControlReport report) {
        this.report = report;
    }

    Chapter chapter() {
        List<Passage> passages = new ArrayList<>();
        if (!report.deviations().isEmpty()) {
            passages.add(new Passage.Paragraph(Phrase.of(counts())));
        }
        Table table = new Table("Exception", "Control", "Entry", "When", "What", "Hash");
        for (Deviation d : report.deviations()) {
            table.row(
                    Phrase.EMPTY.strong(d.sort().words()),
                    words(controls(d)),
                    words(d.where().words()),
                    at(d.where().at()),
                    d.what(),
                    code(d.where().shortHash()));
        }
        passages.add(table.or("None was found in the record."));
        return new Chapter("Exceptions", passages);
    }

    /** Of one control. */
    static Passage of(List<Deviation> deviations) {
        Table table = new Table("Exception", "Entry", "When", "What", "Hash");
        for (Deviation d : deviations) {
            table.row(
                    Phrase.EMPTY.strong(d.sort().words()),
                    words(d.where().words()),
                    at(d.where().at()),
                    d.what(),
                    code(d.where().shortHash()));
        }
        return table.or("None was found in the record.");
    }

    private String counts() {
        return Arrays.stream(Deviation.Sort.values())
                .filter(sort -> count(sort) > 0)
                .map(sort -> sort.words() + ": " + count(sort))
                .collect(Collectors.joining(" · ", "", ". All by when they were recorded."));
    }

    private long count(Deviation.Sort sort) {
        return report.deviations().stream().filter(d -> d.sort() == sort).count();
    }

    private String controls(Deviation deviation) {
        return report.controls(deviation).stream()
                .map(Control::id)
                .collect(Collectors.joining(", "));
    }
}
