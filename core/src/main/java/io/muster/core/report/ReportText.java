package io.muster.core.report;

import static io.muster.core.report.Table.at;
import static io.muster.core.report.Table.code;
import static io.muster.core.report.Table.words;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.document.Chapter;
import io.muster.core.document.IncidentDocument;
import io.muster.core.document.Passage;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.Control;
import io.muster.core.policy.RecordKind;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report in chapters, before anyone decides how it looks. */
public final class ReportText {
    private static final int FILES = 40;

    private final ControlReport report;

    private ReportText(ControlReport report) {
        this.report = report;
    }

    /**
     * The report in the form of a document.
     *
     * @param names how people are called: it holds the hash of a form that spells them out
     */
    public static IncidentDocument of(ControlReport report, Function<PersonId, String> names) {
        return new ReportText(report).document(names);
    }

    private IncidentDocument document(Function<PersonId, String> names) {
        List<Chapter> chapters = new ArrayList<>();
        chapters.add(new BasisText(report, names).chapter());
        chapters.add(summary());
        chapters.add(new ExceptionsText(report).chapter());
        chapters.add(new PopulationText(report).chapter());
        report.policy().controls().forEach(control -> chapters.add(control(control)));
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

    private Chapter summary() {
        Table table =
                new Table(
                        "Control",
                        "Title",
                        "How it is met",
                        "Entries that show it",
                        "Incidents",
                        "Exceptions");
        for (Control control : report.policy().controls()) {
            List<Proof> proofs = report.proofs(control);
            table.row(
                    Phrase.EMPTY.strong(control.id()),
                    words(control.title()),
                    words(control.met()),
                    proofs.isEmpty() ? Phrase.EMPTY.strong("none") : words(proofs.size()),
                    words(incidents(proofs)),
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
        List<Proof> proofs = report.proofs(control);
        List<Deviation> deviations = report.deviations(control);
        List<Passage> passages = new ArrayList<>();
        passages.add(paragraph("Requirement: ", control.requirement()));
        passages.add(paragraph("How it is met: ", control.met()));
        passages.add(
                paragraph(
                        "Shown by: ",
                        where(proofs.stream().map(Proof::where), "nothing in the period")));
        passages.add(
                paragraph(
                        "Exceptions in: ",
                        where(deviations.stream().map(Deviation::where), "none")));
        passages.add(new Passage.Subtitle("Exceptions"));
        passages.add(ExceptionsText.of(deviations));
        for (RecordKind kind : control.provenBy()) {
            passages.add(new Passage.Subtitle(kind.title()));
            proofs(kind).forEach(passages::add);
        }
        return new Chapter("Evidence for " + control.id() + ": " + control.title(), passages);
    }

    private static Passage paragraph(String label, String text) {
        return new Passage.Paragraph(Phrase.EMPTY.strong(label).say(text));
    }

    private static String where(Stream<Reference> references, String nothing) {
        List<String> files = files(references);
        String more = files.size() > FILES ? " … and " + (files.size() - FILES) + " more" : "";
        return files.isEmpty()
                ? nothing
                : files.stream().limit(FILES).collect(Collectors.joining(", ")) + more;
    }

    private static long incidents(List<Proof> proofs) {
        return proofs.stream()
                .map(p -> p.where().file())
                .filter(file -> !file.equals(IncidentId.PROGRAM))
                .distinct()
                .count();
    }

    private static List<String> files(Stream<Reference> references) {
        return references
                .sorted((a, b) -> Long.compare(a.file().number(), b.file().number()))
                .map(Reference::fileName)
                .distinct()
                .toList();
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

    static String count(long n, String one) {
        return Spoken.count(n, one);
    }
}
