package io.muster.db.journal;

import static io.muster.db.jooq.Tables.INCIDENT_COUNTER;
import static io.muster.db.jooq.Tables.JOURNAL;
import static io.muster.db.jooq.Tables.POLICY;

import io.muster.core.policy.PolicyVersion;
import io.muster.db.Archive;
import io.muster.db.Tx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks every journal, recomputes every hash from the stored bytes, and holds everything that
 * stands beside the journal against it: the columns that copy it, the words, the heads, the
 * numbers, the tables that follow it, the texts of the policies. Names the first faulty entry of
 * each incident.
 *
 * <p>Whoever can rewrite a whole chain, and all that follows from it, is not found out by a chain:
 * that takes a copy of its head that lies elsewhere.
 */
public final class ChainAudit {
    private static final int INCIDENTS_AT_ONCE = 200;

    private final List<String> broken = new ArrayList<>();
    private int incidents;
    private int entries;
    private int erased;
    private long expected = 1;

    /**
     * What was found.
     *
     * @param erased how many texts have been erased, which breaks nothing
     * @param broken one sentence for each fault; empty if everything is intact
     */
    public record Report(int incidents, int entries, int erased, List<String> broken) {
        public Report {
            broken = List.copyOf(broken);
        }
    }

    ChainAudit() {}

    /** Checks everything, as it is at one instant: writers go on and are no fault. */
    public static Report check(Archive archive) {
        return archive.snapshot(tx -> new ChainAudit().check(tx));
    }

    /** The canonical entries of one incident, oldest first. */
    public static List<String> entries(Tx tx, long incident) {
        return tx.dsl()
                .select(JOURNAL.ENTRY)
                .from(JOURNAL)
                .where(JOURNAL.INCIDENT.eq(incident))
                .orderBy(JOURNAL.SEQ)
                .fetch(row -> new String(row.value1(), StandardCharsets.UTF_8));
    }

    /** The same within a transaction, which has to see one instant only. */
    Report check(Tx tx) {
        List<Long> numbers = Ledger.numbersAfter(tx, 0, INCIDENTS_AT_ONCE);
        while (!numbers.isEmpty()) {
            checkIncidents(tx, numbers);
            numbers = Ledger.numbersAfter(tx, numbers.getLast(), INCIDENTS_AT_ONCE);
        }
        checkCount(tx);
        Ledger.orphans(tx).forEach(n -> broken.add("INC-" + n + " is gone, but entries are left"));
        checkProgram(tx);
        checkAlerts(tx);
        checkPolicies(tx);
        return new Report(incidents, entries, erased, broken);
    }

    private void checkIncidents(Tx tx, List<Long> numbers) {
        Ledger ledger = Ledger.of(tx, numbers.getFirst(), numbers.getLast());
        for (long number : numbers) {
            gone(expected, number - 1);
            expected = number + 1;
            IncidentAudit audit = new IncidentAudit(number, ledger);
            audit.fault().ifPresent(broken::add);
            incidents++;
            entries += ledger.entries(number).size();
            erased += audit.erased();
        }
    }

    private void checkProgram(Tx tx) {
        ProgramAudit audit = new ProgramAudit(tx);
        audit.fault().ifPresent(broken::add);
        entries += audit.entries();
        erased += audit.erased();
    }

    private void checkAlerts(Tx tx) {
        AlertAudit audit = new AlertAudit(tx);
        audit.fault().ifPresent(broken::add);
        entries += audit.entries();
        erased += audit.erased();
    }

    private void checkCount(Tx tx) {
        long last =
                tx.dsl()
                        .select(INCIDENT_COUNTER.LAST)
                        .from(INCIDENT_COUNTER)
                        .fetchOptional(INCIDENT_COUNTER.LAST)
                        .orElse(0L);
        gone(expected, last);
        if (expected - 1 > last) {
            broken.add("INC-" + (expected - 1) + " is there, but only " + last + " were numbered");
        }
    }

    private void gone(long from, long to) {
        if (from == to) {
            broken.add("INC-" + from + " is gone");
        } else if (from < to) {
            broken.add("INC-" + from + " to INC-" + to + " are gone");
        }
    }

    private void checkPolicies(Tx tx) {
        tx.dsl()
                .select(POLICY.VERSION, POLICY.NAME, POLICY.SOURCE)
                .from(POLICY)
                .orderBy(POLICY.VERSION)
                .forEach(row -> {
                    PolicyVersion version = DomainJson.policyVersion(row.value1());
                    boolean same =
                            Hash.sha256(row.value3()).startsWith(version.fingerprint())
                                    && version.policy().equals(row.value2());
                    if (!same) {
                        broken.add(
                                "Policy "
                                        + version
                                        + ": the kept text is not the one that its version names");
                    }
                });
    }
}
