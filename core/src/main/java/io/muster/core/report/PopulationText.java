package io.muster.core.report;

import static io.muster.core.report.Table.at;
import static io.muster.core.report.Table.code;
import static io.muster.core.report.Table.words;

import io.muster.core.Phrase;
import io.muster.core.document.Chapter;
import io.muster.core.document.Passage;
import io.muster.core.incident.Incident;
import io.muster.core.incident.Status;
import io.muster.core.policy.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every incident of the period, without choice. */
final class PopulationText {
    private final ControlReport report;

    PopulationText(ControlReport report) {
        this.report = report;
    }

    /** How many, and of what sort. */
    static String counts(ControlReport report) {
        List<CaseFile> all = report.population();
        long drills = all.stream().filter(CaseFile::isDrill).count();
        long dismissed =
                all.stream().filter(f -> f.incident().status() == Status.DISMISSED).count();
        long hidden = all.stream().filter(f -> f.incident().header().isPrivate()).count();
        return all.size()
                + ", of which "
                + ReportText.count(drills, "drill")
                + ", "
                + dismissed
                + " dismissed, "
                + hidden
                + " private";
    }

    Chapter chapter() {
        List<Passage> passages = new ArrayList<>();
        if (report.population().stream().allMatch(CaseFile::isDrill)) {
            passages.add(
                    new Passage.Paragraph(
                            Phrase.of(
                                    "No real incident was declared in the period. Whether the"
                                            + " response works can then be seen in drills and in"
                                            + " the plan alone.")));
        }
        passages.add(table(report.population()).or("The population is empty."));
        if (!report.carried().isEmpty()) {
            passages.add(new Passage.Subtitle("Declared earlier, worked on in the period"));
            passages.add(table(report.carried()).or(""));
        }
        passages.add(new Passage.Subtitle("Alerts that arrived in the period"));
        passages.add(alerts());
        return new Chapter("Population", passages);
    }

    /** Those that made no incident are part of the population of events. */
    private Passage alerts() {
        Table table = new Table("What became of it", "Alerts");
        report.inspection()
                .alerts()
                .forEach(tally -> table.row(words(tally.words()), words(tally.alerts())));
        return table.or("None.");
    }

    private static Table table(List<CaseFile> files) {
        Table table =
                new Table(
                        "Incident",
                        "Title",
                        "Severity",
                        "Kind",
                        "Declared",
                        "State",
                        "Plan",
                        "Entries",
                        "Head of its chain");
        for (CaseFile file : files) {
            Incident incident = file.incident();
            table.row(
                    Phrase.EMPTY.strong(incident.id().toString()),
                    file.title(),
                    words(incident.severity()),
                    words(file.concealed() ? "" : kind(file)),
                    at(incident.declaredAt()),
                    words(state(file)),
                    code(incident.header().policy().toString()),
                    words(file.story().size()),
                    code(file.reference(file.story().getLast()).shortHash()));
        }
        return table;
    }

    private static String kind(CaseFile file) {
        return file.incident()
                .header()
                .kind()
                .flatMap(file.policy()::kind)
                .map(Kind::title)
                .orElse("not classified");
    }

    static String state(CaseFile file) {
        Incident incident = file.incident();
        return incident.status().name().toLowerCase(Locale.ROOT)
                + (file.isDrill() ? ", drill" : "")
                + (incident.header().isPrivate() ? ", private" : "");
    }
}
