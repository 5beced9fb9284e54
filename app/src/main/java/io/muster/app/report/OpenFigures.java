package io.muster.app.report;

import io.muster.core.policy.Policy;
import io.muster.core.policy.PolicyVersion;
import io.muster.core.report.CaseFile;
import io.muster.core.report.Metrics;
import io.muster.db.Tx;
import io.muster.db.journal.WholeRecord;
import io.muster.db.time.DatabaseClock;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/**
 * The figures that everybody may see. No private incident is in them, whoever asks: a picture is
 * passed on, and from two figures somebody could reckon what lies between them.
 */
public final class OpenFigures {
    private OpenFigures() {}

    /**
     * Of the incidents declared in these months, both included, as they stand now.
     *
     * @param tx a snapshot
     */
    public static Metrics read(
            Tx tx, Function<PolicyVersion, Policy> policies, YearMonth first, YearMonth last) {
        Instant now = DatabaseClock.now(tx);
        List<CaseFile> files =
                WholeRecord.declaredBetween(tx, start(first), start(last.plusMonths(1))).stream()
                        .flatMap(id ->
                                CaseFile.asOf(
                                        now.plusSeconds(1),
                                        id,
                                        WholeRecord.story(tx, id),
                                        policies,
                                        incident -> false)
                                        .stream())
                        .filter(file -> !file.concealed())
                        .toList();
        return Metrics.of(files, now);
    }

    /** The first instant of a month. */
    public static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
