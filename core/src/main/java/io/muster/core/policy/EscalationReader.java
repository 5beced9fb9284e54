package io.muster.core.policy;

import io.muster.core.calendar.Span;
import io.muster.core.policy.EscalationMatrix.Cell;
import io.muster.core.policy.EscalationMatrix.Column;
import io.muster.core.policy.EscalationMatrix.Timing;
import io.muster.core.written.Form;
import io.muster.core.written.Passage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** The escalation matrix: severity by time to roles. */
final class EscalationReader {
    /** What a cell says that tells nobody. */
    private static final String NOBODY = "n/a";

    private static final String AT_ONCE = "at-once";
    private static final String DAILY_DIGEST = "daily-digest";
    private static final String WITHIN = "within ";

    private final Names names;

    private EscalationReader(Names names) {
        this.names = names;
    }

    static EscalationMatrix read(Passage passage, Names names, List<Severity> severities) {
        EscalationReader reader = new EscalationReader(names);
        Map<SeverityName, List<Column>> rows = new LinkedHashMap<>();
        SequencedMap<String, Passage> parts = passage.named(Names.SEVERITY, "P1");
        parts.forEach((key, part) -> rows.put(names.severity(part, key), reader.row(part)));
        if (passage.isForm()) {
            names.severities().stream()
                    .filter(severity -> !parts.containsKey(severity))
                    .forEach(severity -> noRow(passage, severity));
        }
        severities.forEach(severity ->
                Optional.ofNullable(parts.get(severity.name().value()))
                        .ifPresent(part -> commander(part, severity, rows)));
        return new EscalationMatrix(rows);
    }

    private static void noRow(Passage passage, String severity) {
        passage.problem(
                "has no row for `" + severity + "`.",
                "Add `" + severity + ":` and whom to tell, or `" + severity + ": n/a`.");
    }

    /** Whoever leads must hear of it at once, or the plan contradicts itself. */
    private static void commander(
            Passage row, Severity severity, Map<SeverityName, List<Column>> rows) {
        List<RoleName> atOnce =
                rows.getOrDefault(severity.name(), List.of()).stream()
                        .filter(column -> column.timing() instanceof Timing.AtOnce)
                        .flatMap(column -> column.cells().stream())
                        .map(Cell::role)
                        .toList();
        Optional<RoleName> commander = severity.commander().filter(role -> !role.value().isEmpty());
        if (commander.isPresent()
                && !atOnce.contains(commander.get())
                && !atOnce.contains(Role.COMMANDER)) {
            row.warning(
                    "does not tell `"
                            + commander.get()
                            + "` at once, who commands at this"
                            + " severity.",
                    "Add `commander` to `at-once`, or let another role command.");
        }
    }

    private List<Column> row(Passage passage) {
        if (passage.isText() && passage.quietText().equals(NOBODY)) {
            return List.of();
        }
        List<Column> columns = new ArrayList<>();
        for (Map.Entry<String, Passage> part : passage.parts().entrySet()) {
            Optional<Timing> timing = timing(part.getKey(), part.getValue());
            boolean twice =
                    timing.filter(t -> columns.stream().anyMatch(c -> c.timing().equals(t)))
                            .isPresent();
            if (twice) {
                part.getValue()
                        .problem("is the same time as another column.", "Put both into one.");
            }
            List<Cell> cells = cells(part.getValue());
            timing.ifPresent(t -> columns.add(new Column(t, cells)));
        }
        columns.sort(Comparator.comparing(column -> soonest(column.timing())));
        twice(passage, columns);
        return columns;
    }

    private static void twice(Passage row, List<Column> columns) {
        Map<RoleName, Timing> first = new LinkedHashMap<>();
        Set<RoleName> twice = new LinkedHashSet<>();
        for (Column column : columns) {
            for (Cell cell : column.cells()) {
                Timing before = first.putIfAbsent(cell.role(), column.timing());
                if (before != null && !before.equals(column.timing())) {
                    twice.add(cell.role());
                }
            }
        }
        twice.stream()
                .filter(role -> !role.value().isEmpty())
                .forEach(role ->
                        row.warning(
                                "names `" + role + "` in two columns.",
                                "Take it out of the later one: they are told once, at the sooner"
                                        + " time."));
    }

    private static Optional<Timing> timing(String key, Passage passage) {
        if (key.equals(AT_ONCE)) {
            return Optional.of(new Timing.AtOnce());
        }
        if (key.equals(DAILY_DIGEST)) {
            return Optional.of(new Timing.DailyDigest());
        }
        if (key.startsWith(WITHIN)
                && Span.parse(key.substring(WITHIN.length())).orElse(null)
                        instanceof Span.Elapsed span) {
            return Optional.of(new Timing.Within(span.duration()));
        }
        passage.problem(
                "is no column of the matrix.",
                "Columns are `at-once`, `within 1 hour` (or any other time) and `daily-digest`.");
        return Optional.empty();
    }

    private List<Cell> cells(Passage passage) {
        if (passage.isText() && passage.quietText().equals(NOBODY)) {
            return List.of();
        }
        return List.copyOf(passage.each(this::cell));
    }

    private Cell cell(Passage passage) {
        if (passage.isText()) {
            return new Cell(names.roleOrAudience(passage), Optional.empty());
        }
        Form form = passage.form("to", "if");
        return new Cell(
                names.roleOrAudience(form.need("to")),
                Optional.of(names.question(form.need("if"))));
    }

    private static Duration soonest(Timing timing) {
        return switch (timing) {
            case Timing.AtOnce ignored -> Duration.ZERO;
            case Timing.Within within -> within.duration();
            case Timing.DailyDigest ignored -> Duration.ofDays(10_000);
        };
    }
}
