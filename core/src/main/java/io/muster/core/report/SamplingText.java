package io.muster.core.report;

import static io.muster.core.report.Table.words;

import io.muster.core.Phrase;
import io.muster.core.document.Chapter;
import io.muster.core.document.Passage;
import io.muster.core.policy.RecordKind;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * For whoever picks a sample: one line for each incident of the population, with the numbers of its
 * entries by what they show. An exclamation mark says that there is an exception.
 */
final class SamplingText {
    private static final List<RecordKind> COLUMNS =
            List.of(
                    RecordKind.TRIAGE,
                    RecordKind.ROLES,
                    RecordKind.CLOCKS,
                    RecordKind.ESCALATION,
                    RecordKind.PHASES,
                    RecordKind.NOTICES,
                    RecordKind.RECOVERY,
                    RecordKind.POST_MORTEMS,
                    RecordKind.ACTIONS);
    private static final int SHOWN = 6;

    private final ControlReport report;

    SamplingText(ControlReport report) {
        this.report = report;
    }

    Chapter chapter() {
        List<String> heads = new ArrayList<>(List.of("Incident"));
        COLUMNS.forEach(kind -> heads.add(kind.word()));
        Table table = new Table(heads.toArray(String[]::new));
        for (CaseFile file : report.population()) {
            List<Phrase> cells = new ArrayList<>();
            cells.add(
                    Phrase.EMPTY
                            .strong(file.incident().id().toString())
                            .say(file.isDrill() ? " (drill)" : ""));
            COLUMNS.forEach(kind -> cells.add(words(cell(file, kind))));
            table.row(cells.toArray(Phrase[]::new));
        }
        Passage how =
                new Passage.Paragraph(
                        Phrase.of(
                                "One line for each incident of the population; the numbers are its"
                                        + " entries of the period, and “!” marks an exception. A"
                                        + " dash says that nothing of the kind is recorded."));
        return new Chapter("Sampling table", List.of(how, table.or("The population is empty.")));
    }

    private String cell(CaseFile file, RecordKind kind) {
        List<String> entries =
                report.proofs().stream()
                        .filter(p -> p.where().file().equals(file.incident().id()))
                        .filter(p -> p.kinds().contains(kind))
                        .map(p -> String.valueOf(p.where().entry()))
                        .toList();
        boolean deviates =
                report.deviations().stream()
                        .anyMatch(d ->
                                d.file().equals(file.incident().id()) && d.about().contains(kind));
        String numbers =
                entries.isEmpty()
                        ? "—"
                        : entries.stream().limit(SHOWN).collect(Collectors.joining(", "))
                                + (entries.size() > SHOWN ? " … +" + (entries.size() - SHOWN) : "");
        return deviates ? "! " + numbers : numbers;
    }
}
