package io.muster.core.report;

import io.muster.core.fact.TimeName;
import io.muster.core.incident.Fulfilment;
import io.muster.core.incident.Incident;
import io.muster.core.incident.Status;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.Milestone;
import io.muster.core.policy.SeverityName;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The figures of the response: how long it took to acknowledge, contain and resolve, counted from
 * the declaration, and how many promises were kept in time. Drills and what was dismissed do not
 * count. An instant that somebody established later goes before what the record noted.
 *
 * @param months each month in which an incident was declared, oldest first
 * @param severities the whole, by severity, gravest first
 */
public record Metrics(Row all, List<Row> months, List<Row> severities) {
    public Metrics {
        months = List.copyOf(months);
        severities = List.copyOf(severities);
    }

    /**
     * Some incidents as one line.
     *
     * @param name the month or the severity
     * @param kept how many promises that are settled or overdue were kept in time
     * @param promises how many of those there were
     */
    public record Row(
            String name,
            int incidents,
            Figure acknowledge,
            Figure contain,
            Figure resolve,
            int kept,
            int promises) {
        /** The share of promises that were kept, in percent; empty if there were none. */
        public Optional<Integer> share() {
            return promises == 0
                    ? Optional.empty()
                    : Optional.of(Math.toIntExact(Math.round(100.0 * kept / promises)));
        }
    }

    /**
     * Reckoned from these.
     *
     * @param asOf what is still owed then and due before is not kept
     */
    public static Metrics of(List<CaseFile> files, Instant asOf) {
        List<CaseFile> real =
                files.stream()
                        .filter(f -> !f.isDrill())
                        .filter(f -> f.incident().status() != Status.DISMISSED)
                        .toList();
        TreeMap<YearMonth, List<CaseFile>> months = new TreeMap<>();
        TreeMap<Ranked, List<CaseFile>> severities = new TreeMap<>();
        for (CaseFile file : real) {
            YearMonth month = YearMonth.from(file.incident().declaredAt().atOffset(ZoneOffset.UTC));
            months.computeIfAbsent(month, m -> new ArrayList<>()).add(file);
            SeverityName severity = file.incident().severity();
            Ranked ranked = new Ranked(file.policy().rank(severity), severity.value());
            severities.computeIfAbsent(ranked, s -> new ArrayList<>()).add(file);
        }
        return new Metrics(
                row("All", real, asOf),
                months.entrySet().stream()
                        .map(e -> row(e.getKey().toString(), e.getValue(), asOf))
                        .toList(),
                severities.entrySet().stream()
                        .map(e -> row(e.getKey().name(), e.getValue(), asOf))
                        .toList());
    }

    /** Gravest first; policies that rank otherwise stand side by side. */
    private record Ranked(int rank, String name) implements Comparable<Ranked> {
        @Override
        public int compareTo(Ranked other) {
            int byRank = Integer.compare(rank, other.rank);
            return byRank == 0 ? name.compareTo(other.name) : byRank;
        }
    }

    private static Row row(String name, List<CaseFile> files, Instant asOf) {
        int kept = 0;
        int promises = 0;
        for (CaseFile file : files) {
            for (Obligation promise : file.promises()) {
                boolean late = Fulfilment.of(file.incident(), file.policy(), promise, asOf).late();
                boolean counts =
                        promise.state() == Obligation.State.MET
                                || promise.state() == Obligation.State.MISSED
                                || (promise.isOpen() && late);
                promises += counts ? 1 : 0;
                kept += counts && !late ? 1 : 0;
            }
        }
        return new Row(
                name,
                files.size(),
                figure(files, Milestone.ACKNOWLEDGED),
                figure(files, Milestone.CONTAINED),
                figure(files, Milestone.RESOLVED),
                kept,
                promises);
    }

    private static Figure figure(List<CaseFile> files, Milestone milestone) {
        return Figure.of(
                files.stream()
                        .map(CaseFile::incident)
                        .flatMap(incident -> took(incident, milestone).stream())
                        .toList());
    }

    private static Optional<Duration> took(Incident incident, Milestone milestone) {
        return reached(incident, milestone)
                .map(at -> Duration.between(incident.declaredAt(), at))
                .map(took -> took.isNegative() ? Duration.ZERO : took);
    }

    private static Optional<Instant> reached(Incident incident, Milestone milestone) {
        Optional<Instant> claimed =
                switch (milestone) {
                    case CONTAINED -> incident.dossier().facts().time(TimeName.CONTAINED);
                    case RESOLVED -> incident.dossier().facts().time(TimeName.RESOLVED);
                    case DECLARED, ACKNOWLEDGED, CONFIRMED, RESTORED, CLOSED -> Optional.empty();
                };
        return claimed.or(() -> incident.milestones().at(milestone));
    }
}
