package io.muster.core.report;

import static io.muster.core.report.Table.at;
import static io.muster.core.report.Table.code;
import static io.muster.core.report.Table.words;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.document.Chapter;
import io.muster.core.document.Passage;
import io.muster.core.policy.Document;
import io.muster.core.program.Adoption;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What the report was made from, by whom and how, so that it can be made again and believed. */
final class BasisText {
    private final ControlReport report;
    private final Function<PersonId, String> names;

    BasisText(ControlReport report, Function<PersonId, String> names) {
        this.report = report;
        this.names = names;
    }

    Chapter chapter() {
        List<Passage> passages = new ArrayList<>();
        passages.add(facts());
        report.inspection().state().broken().stream()
                .map(fault -> new Passage.Paragraph(Phrase.EMPTY.strong("Fault: ").say(fault)))
                .forEach(passages::add);
        passages.add(new Passage.Subtitle("How to check it"));
        passages.add(new Passage.Bullets(checks()));
        passages.add(new Passage.Subtitle("Versions of the plan in the period"));
        passages.add(versions());
        return new Chapter("Basis", passages);
    }

    private Passage facts() {
        RecordState state = report.inspection().state();
        Document document = report.policy().document();
        Table facts = new Table("What", "Value");
        facts.row(
                words("Period"),
                words(report.period() + ", both days included; all days and times are UTC"));
        facts.row(
                words("Made for"), report.inspection().by().say(", ").at(report.inspection().at()));
        facts.row(
                words("Control map of"),
                Phrase.of(
                                document.id()
                                        + " "
                                        + document.title()
                                        + ", version "
                                        + document.version()
                                        + ", "
                                        + document.date()
                                        + ", text ")
                        .code(report.policy().version().toString()));
        facts.row(
                words("Population"),
                Phrase.of("every incident declared from ")
                        .at(report.period().start())
                        .say(" on and before ")
                        .at(report.period().end())
                        .say(": " + PopulationText.counts(report)));
        facts.row(words("Incident numbers"), report.numbering().words());
        facts.row(
                words("Declared earlier, worked on in the period"), words(report.carried().size()));
        facts.row(words("Alerts that arrived"), words(alerts()));
        facts.row(words("Entries cited"), words(report.proofs().size()));
        facts.row(words("Exceptions"), words(report.deviations().size()));
        facts.row(words("Record, verified for this report"), words(state.verdict()));
        if (state.erased() > 0) {
            facts.row(words("Texts erased, which breaks no hash"), words(state.erased()));
        }
        facts.row(words("Heads of all chains, SHA-256"), code(state.heads()));
        facts.row(
                words("Rows of this report, SHA-256"),
                code(Seal.of(Csv.of(ReportRow.of(report, names)))));
        return facts.or("");
    }

    private int alerts() {
        return report.inspection().alerts().stream().mapToInt(AlertTally::alerts).sum();
    }

    private static List<Phrase> checks() {
        return List.of(
                Phrase.of(
                        "Nothing was chosen and nothing was typed for it: drills, dismissed and"
                                + " private incidents are counted. Incidents are numbered without"
                                + " a gap, so one that was left out would be missed."),
                Phrase.of("Each line names the entry that shows it, as incident · entry. ")
                        .code("export <number>")
                        .say(" (for the plan's own file ")
                        .code("export plan")
                        .say(") prints the entries as they were hashed: SHA-256 over the line ")
                        .code("muster/journal/v1/entry")
                        .say(
                                ", a line feed and the entry. Of each hash the first 16 digits"
                                        + " stand here; the CSV and JSON forms have all 64."),
                Phrase.of(
                        "The rows are the CSV form of this report, byte for byte: whoever makes it"
                                + " again from the same record, with the same right to see, gets"
                                + " the same SHA-256."),
                Phrase.of(
                        "The JSON form lists every chain with its length and head, and the heads"
                                + " are hashed from those lines. Kept outside, they show later that"
                                + " no entry up to here was changed."));
    }

    /** Those that came into force in the period, and the one that was in force when it began. */
    private Passage versions() {
        List<Adoption> all = report.plan().program().adoptions();
        int first = 0;
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).at().isAfter(report.period().start())) {
                first = i;
            }
        }
        Table table = new Table("Document", "Version", "Dated", "In force from", "Text");
        all.subList(Math.min(first, all.size()), all.size())
                .forEach(a ->
                        table.row(
                                words(a.document()),
                                words(a.version()),
                                words(a.date()),
                                at(a.at()),
                                code(a.policy().toString())));
        return table.or("No plan was in force in the period.");
    }
}
