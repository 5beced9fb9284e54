package io.muster.core.report;

import static io.muster.core.report.Table.at;
import static io.muster.core.report.Table.code;
import static io.muster.core.report.Table.words;

import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.document.Chapter;
import io.muster.core.document.IncidentDocument;
import io.muster.core.document.Passage;
import io.muster.core.policy.Control;
import io.muster.core.policy.RecordKind;
import io.muster.core.program.Adoption;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The report in chapters, before anyone decides how it looks. */
public final class ReportText {
    private final ControlReport report;

    private ReportText(ControlReport report) {
        this.report = report;
    }

    /** The report in the form of a document. */
    public static IncidentDocument of(ControlReport report) {
        return new ReportText(report).document();
    }

    private IncidentDocument document() {
        List<Chapter> chapters = new ArrayList<>();
        chapters.add(basis());
        chapters.add(summary());
        chapters.add(new PopulationText(report).chapter());
        report.policy().controls().forEach(control -> chapters.add(control(control)));
        chapters.add(new Chapter("All exceptions", List.of(exceptions(report.deviations()))));
        chapters.add(new SamplingText(report).chapter());
        chapters.add(new MetricsText(Metrics.of(report.population(), report.asOf())).chapter());
        return new IncidentDocument(title(), preface(), chapters);
    }

    private Phrase title() {
        return Phrase.of("Control report, " + report.period());
    }

    private Phrase preface() {
        return Phrase.of(
                        "Evidence for the controls of "
                                + report.policy().document().title()
                                + " ("
                                + report.policy().document().id()
                                + "), made from Muster's record as it stood ")
                .at(report.asOf())
                .say(
                        report.isFinal()
                                ? ", when the period ended. Nothing in it was typed for the report."
                                : ". The period is not over: this is preliminary.");
    }

    private Chapter basis() {
        Table facts = new Table("What", "Value");
        facts.row(words("Period"), words(report.period() + ", both days included, in UTC"));
        facts.row(words("Incidents declared in it"), words(PopulationText.counts(report)));
        facts.row(
                words("Incidents worked on that were declared earlier"),
                words(report.carried().size()));
        facts.row(words("Entries cited"), words(report.proofs().size()));
        facts.row(words("Record, verified for this report"), words(report.state().verdict()));
        facts.row(words("Heads of all chains, SHA-256"), code(report.state().heads()));
        if (report.state().erased() > 0) {
            facts.row(words("Texts erased, which breaks no hash"), words(report.state().erased()));
        }
        List<Passage> passages = new ArrayList<>();
        passages.add(
                new Passage.Paragraph(
                        Phrase.of(
                                        "The population is every incident that was declared in the period,"
                                                + " without choice: drills, dismissed and private ones"
                                                + " included. Each line names the entry that shows it:")
                                .say(" ")
                                .code("export <number>")
                                .say(" prints that entry as it was hashed: SHA-256 over the line ")
                                .code("muster/journal/v1/entry")
                                .say(
                                        ", a line feed and the entry. Of each hash the first 16"
                                                + " digits stand here; the CSV and JSON forms"
                                                + " have all 64.")));
        passages.add(facts.or(""));
        report.state().broken().stream()
                .map(fault -> new Passage.Paragraph(Phrase.EMPTY.strong("Fault: ").say(fault)))
                .forEach(passages::add);
        passages.add(new Passage.Subtitle("Versions of the plan"));
        passages.add(versions());
        return new Chapter("Basis", passages);
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

    private Chapter summary() {
        Table table = new Table("Control", "Title", "Entries that show it", "Exceptions");
        for (Control control : report.policy().controls()) {
            table.row(
                    Phrase.EMPTY.strong(control.id()),
                    words(control.title()),
                    words(report.proofs(control).size()),
                    words(report.deviations(control).size()));
        }
        return new Chapter(
                "Controls",
                List.of(
                        table.or(
                                "The policy has no control map. Add `controls:` to it, and this"
                                        + " report shows what proves each.")));
    }

    private Chapter control(Control control) {
        List<Passage> passages = new ArrayList<>();
        passages.add(paragraph("Requirement: ", control.requirement()));
        passages.add(paragraph("How it is met: ", control.met()));
        passages.add(new Passage.Subtitle("Exceptions"));
        passages.add(exceptions(report.deviations(control)));
        for (RecordKind kind : control.provenBy()) {
            passages.add(new Passage.Subtitle(kind.title()));
            proofs(kind).forEach(passages::add);
        }
        return new Chapter("Evidence for " + control.id() + ": " + control.title(), passages);
    }

    private static Passage paragraph(String label, String text) {
        return new Passage.Paragraph(Phrase.EMPTY.strong(label).say(text));
    }

    private Stream<Passage> proofs(RecordKind kind) {
        List<Proof> all = report.proofs().stream().filter(p -> p.kinds().contains(kind)).toList();
        if (all.isEmpty()) {
            return Stream.of(
                    new Passage.Paragraph(Phrase.of("Nothing was recorded in the period.")));
        }
        Table table = new Table("Entry", "When", "What", "Hash");
        for (Proof proof : all) {
            table.row(
                    words(proof.where().words()),
                    at(proof.where().at()),
                    proof.drill() ? Phrase.of("Drill: ").then(proof.what()) : proof.what(),
                    code(proof.where().shortHash()));
        }
        return Stream.concat(
                Stream.of(
                        new Passage.Paragraph(
                                Phrase.of(
                                        all.size() == 1 ? "1 entry." : all.size() + " entries."))),
                table.ifAny());
    }

    private static Passage exceptions(List<Deviation> deviations) {
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

    static String count(long n, String one) {
        return Spoken.count(n, one);
    }
}
