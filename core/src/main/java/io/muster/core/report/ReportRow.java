package io.muster.core.report;

import io.muster.core.PersonId;
import io.muster.core.incident.Incident;
import io.muster.core.policy.Control;
import io.muster.core.policy.RecordKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The report line by line, for those who sort and filter.
 *
 * @param section {@code incident}, {@code proof} or {@code exception}
 * @param control its id; empty in the population, and for what no control names
 * @param kind what kind of record it is, or of exception
 * @param at in UTC, to the second
 * @param hash all of it
 */
public record ReportRow(
        String section,
        String control,
        String kind,
        String file,
        int entry,
        String at,
        String what,
        String hash) {
    /** What the columns are called. */
    public static final List<String> HEADS =
            List.of("section", "control", "kind", "file", "entry", "at", "what", "hash");

    /**
     * All lines.
     *
     * @param names how people are called
     */
    public static List<ReportRow> of(ControlReport report, Function<PersonId, String> names) {
        List<ReportRow> rows = new ArrayList<>();
        report.population().forEach(f -> rows.add(incident(f, "declared", names)));
        report.carried().forEach(f -> rows.add(incident(f, "declared earlier", names)));
        for (Control control : report.policy().controls()) {
            report.proofs(control).forEach(p -> rows.add(proof(control, p, names)));
            report.deviations(control)
                    .forEach(d -> rows.add(deviation(Optional.of(control), d, names)));
        }
        report.deviations().stream()
                .filter(d -> report.controls(d).isEmpty())
                .forEach(d -> rows.add(deviation(Optional.empty(), d, names)));
        return rows;
    }

    /** What is in the columns, in their order. */
    public List<String> cells() {
        return List.of(section, control, kind, file, String.valueOf(entry), at, what, hash);
    }

    private static ReportRow incident(CaseFile file, String how, Function<PersonId, String> names) {
        Incident incident = file.incident();
        Reference head = file.reference(file.story().getLast());
        return new ReportRow(
                "incident",
                "",
                how,
                head.fileName(),
                head.entry(),
                incident.declaredAt().toString(),
                incident.severity()
                        + " · "
                        + PopulationText.state(file)
                        + " · "
                        + incident.header().policy()
                        + " · "
                        + file.title().plain(names),
                head.hash());
    }

    private static ReportRow proof(Control control, Proof proof, Function<PersonId, String> names) {
        String kinds =
                control.provenBy().stream()
                        .filter(proof.kinds()::contains)
                        .map(RecordKind::word)
                        .reduce((a, b) -> a + " " + b)
                        .orElse("");
        return row(
                "proof",
                control.id(),
                kinds,
                proof.where(),
                (proof.drill() ? "Drill: " : "") + proof.what().plain(names));
    }

    private static ReportRow deviation(
            Optional<Control> control, Deviation d, Function<PersonId, String> names) {
        return row(
                "exception",
                control.map(Control::id).orElse(""),
                d.sort().words(),
                d.where(),
                d.what().plain(names));
    }

    private static ReportRow row(
            String section, String control, String kind, Reference where, String what) {
        return new ReportRow(
                section,
                control,
                kind,
                where.fileName(),
                where.entry(),
                where.at().toString(),
                what,
                where.hash());
    }
}
