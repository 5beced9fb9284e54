package io.muster.core.report;

import io.muster.core.policy.Control;
import io.muster.core.policy.Policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the record shows for a period. It says "evidence for", never "compliant": that is for the
 * auditor to say.
 *
 * @param policy whose control map is answered: the one in force
 * @param asOf up to when the record was looked at: the end of the period, or now if it still runs
 * @param population every incident that was declared in the period, drills and dismissed ones
 *     included, by number
 * @param carried those declared earlier that something happened to in the period
 * @param deviations all exceptions, oldest first
 */
public record ControlReport(
        Period period,
        Instant asOf,
        Policy policy,
        PlanFile plan,
        List<CaseFile> population,
        Numbering numbering,
        List<CaseFile> carried,
        List<Proof> proofs,
        List<Deviation> deviations,
        Inspection inspection) {
    public ControlReport {
        population = List.copyOf(population);
        carried = List.copyOf(carried);
        proofs = List.copyOf(proofs);
        deviations = List.copyOf(deviations);
    }

    /**
     * The report.
     *
     * @param files every incident as it stood when the period ended
     * @param inspection when it is made ends a period that is not over
     */
    public static ControlReport of(
            Period period,
            Policy policy,
            PlanFile plan,
            List<CaseFile> files,
            Inspection inspection) {
        Instant now = inspection.at();
        Instant asOf = now.isBefore(period.end()) ? now : period.end();
        List<CaseFile> byNumber =
                files.stream()
                        .sorted(Comparator.comparingLong(f -> f.incident().id().number()))
                        .toList();
        List<Proof> proofs = new ArrayList<>(Proofs.of(plan, period));
        List<Deviation> deviations = new ArrayList<>(PlanDeviations.of(plan, policy, period, asOf));
        for (CaseFile file : byNumber) {
            proofs.addAll(Proofs.of(file, period));
            deviations.addAll(Deviations.of(file, period, asOf));
        }
        proofs.sort(Comparator.comparing(Proof::where, Reference.OLDEST_FIRST));
        deviations.sort(Deviation.OLDEST_FIRST);
        return new ControlReport(
                period,
                asOf,
                policy,
                plan,
                byNumber.stream().filter(f -> period.holds(f.incident().declaredAt())).toList(),
                Numbering.of(byNumber, period),
                byNumber.stream()
                        .filter(f -> f.incident().declaredAt().isBefore(period.start()))
                        .filter(f ->
                                f.story().stream().anyMatch(t -> period.holds(t.happened().at())))
                        .toList(),
                proofs,
                deviations,
                inspection);
    }

    /** Whether the period was over when the record was looked at. */
    public boolean isFinal() {
        return asOf.equals(period.end());
    }

    /** What shows that this control was at work. */
    public List<Proof> proofs(Control control) {
        return proofs.stream()
                .filter(p -> control.provenBy().stream().anyMatch(p.kinds()::contains))
                .toList();
    }

    /** Where this control did not work as the plan says. */
    public List<Deviation> deviations(Control control) {
        return deviations.stream().filter(d -> concerns(d, control)).toList();
    }

    /** Which controls this exception is about; none if the control map does not name its kind. */
    public List<Control> controls(Deviation deviation) {
        return policy.controls().stream().filter(c -> concerns(deviation, c)).toList();
    }

    private static boolean concerns(Deviation deviation, Control control) {
        return control.provenBy().stream().anyMatch(deviation.about()::contains);
    }

    /** The name of its file, without what comes after the dot. */
    public String fileName() {
        return "control-report-" + period.slug();
    }
}
