package io.muster.app.report;

import io.muster.core.PersonId;
import io.muster.core.document.Markdown;
import io.muster.core.report.ControlReport;
import io.muster.core.report.Csv;
import io.muster.core.report.Page;
import io.muster.core.report.ReportRow;
import io.muster.core.report.ReportText;

import java.util.Locale;
import java.util.function.Function;

/** In what form the report is wanted. */
public enum ReportForm {
    MARKDOWN("md"),
    HTML("html"),
    CSV("csv"),
    JSON("json");

    private final String ending;

    ReportForm(String ending) {
        this.ending = ending;
    }

    /** How people type it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the file. */
    public String fileName(ControlReport report) {
        return report.fileName() + "." + ending;
    }

    /**
     * The report. Its rows are the same for the same record, whoever has it made.
     *
     * @param names how people are called
     */
    public String of(ControlReport report, Function<PersonId, String> names) {
        return switch (this) {
            case MARKDOWN -> new Markdown(names).of(ReportText.of(report, names));
            case HTML -> new Page(names).of(ReportText.of(report, names));
            case CSV -> Csv.of(ReportRow.of(report, names));
            case JSON -> ReportJson.of(report, names);
        };
    }
}
