package io.muster.app.report;

import io.muster.core.Phrase;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.Policy;
import io.muster.core.policy.PolicyVersion;
import io.muster.core.report.CaseFile;
import io.muster.core.report.ControlReport;
import io.muster.core.report.Inspection;
import io.muster.core.report.Metrics;
import io.muster.core.report.Period;
import io.muster.core.report.PlanFile;
import io.muster.db.Tx;
import io.muster.db.journal.WholeRecord;
import io.muster.db.time.DatabaseClock;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads the record for one report; lives no longer than its transaction. */
public final class ReportSource {
    private final Tx tx;
    private final Policy current;
    private final Predicate<Incident> mayRead;
    private final Function<PolicyVersion, Policy> policies;

    /**
     * @param tx a snapshot
     * @param current the policy in force, whose control map is answered
     * @param policies every policy that an incident was opened under
     * @param mayRead which private incidents the reader may know
     */
    public ReportSource(
            Tx tx,
            Policy current,
            Function<PolicyVersion, Policy> policies,
            Predicate<Incident> mayRead) {
        this.tx = tx;
        this.current = current;
        this.policies = policies;
        this.mayRead = mayRead;
    }

    /**
     * The control report of this period.
     *
     * @param by who has it made, and how
     */
    public ControlReport controls(Period period, Phrase by) {
        List<CaseFile> files = files(WholeRecord.declaredBefore(tx, period.end()), period.end());
        return ControlReport.of(
                period,
                current,
                PlanFile.asOf(period.end(), WholeRecord.plan(tx)),
                files,
                new Inspection(
                        by,
                        DatabaseClock.now(tx),
                        WholeRecord.state(tx),
                        WholeRecord.alerts(tx, period.start(), period.end())));
    }

    /** The figures of the incidents that were declared in this period and the reader may see. */
    public Metrics metrics(Period period) {
        Instant now = DatabaseClock.now(tx);
        return Metrics.of(
                files(WholeRecord.declaredBetween(tx, period.start(), period.end()), period.end())
                        .stream()
                        .filter(file -> !file.concealed())
                        .toList(),
                now);
    }

    private List<CaseFile> files(List<IncidentId> ids, Instant end) {
        return ids.stream()
                .flatMap(id ->
                        CaseFile.asOf(end, id, WholeRecord.story(tx, id), policies, mayRead)
                                .stream())
                .toList();
    }
}
