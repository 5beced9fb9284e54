package io.muster.core.policy;

import io.muster.core.calendar.Span;
import io.muster.core.written.Reading;
import io.muster.core.written.Yaml;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Questions that tests ask of the policies that ship with Muster, answered in short words. */
final class BuiltIn {
    private final Reading<Policy> reading;
    private final Policy policy;

    private BuiltIn(Reading<Policy> reading) {
        this.reading = reading;
        this.policy = reading.ifSound().orElseThrow();
    }

    static BuiltIn called(String name) {
        return new BuiltIn(
                PolicyReader.read(Yaml.tree(Yaml.builtIn(name)), "0123456789ab", Yaml.laws()));
    }

    Reading<Policy> reading() {
        return reading;
    }

    Policy policy() {
        return policy;
    }

    Severity severity(String name) {
        return policy.severity(new SeverityName(name)).orElseThrow();
    }

    ClockRule clock(String name) {
        return policy.clock(new ClockName(name)).orElseThrow();
    }

    Item item(String name) {
        return policy.item(new ItemName(name)).orElseThrow();
    }

    /** How long each severity has, in the order of the policy: {@code 15 minutes}, {@code -}. */
    List<String> within(String clock) {
        return policy.severities().stream()
                .map(s -> clock(clock).within(s.name()).map(Span::words).orElse("-"))
                .toList();
    }

    /** Who is told when: {@code due: next on-call}. */
    List<String> ladder(String clock) {
        return clock(clock).ladder().stream().map(BuiltIn::rung).toList();
    }

    /** One row of the matrix: {@code within 1 hour: staff, board-chair}. */
    List<String> row(String severity) {
        return policy.escalation().row(new SeverityName(severity)).stream()
                .map(column -> timing(column.timing()) + ": " + cells(column))
                .toList();
    }

    private static String rung(Step step) {
        String told =
                step.tell().stream()
                        .map(t -> (t.next() == 1 ? "next " : "") + t.role())
                        .collect(Collectors.joining(", "));
        return moment(step.when())
                + ": "
                + told
                + step.every().map(every -> ", every " + words(every)).orElse("");
    }

    private static String moment(Step.When when) {
        return switch (when) {
            case Step.When.Share share -> share.percent() + "%";
            case Step.When.FromDue due when due.offset().isZero() -> "due";
            case Step.When.FromDue due ->
                    words(due.offset().abs()) + (due.offset().isNegative() ? " before" : " after");
        };
    }

    private static String timing(EscalationMatrix.Timing timing) {
        return switch (timing) {
            case EscalationMatrix.Timing.AtOnce ignored -> "at once";
            case EscalationMatrix.Timing.Within within -> "within " + words(within.duration());
            case EscalationMatrix.Timing.DailyDigest ignored -> "daily digest";
        };
    }

    private static String cells(EscalationMatrix.Column column) {
        return column.cells().isEmpty()
                ? "n/a"
                : column.cells().stream()
                        .map(c -> c.role() + c.onlyIf().map(q -> " if " + q).orElse(""))
                        .collect(Collectors.joining(", "));
    }

    private static String words(Duration duration) {
        return new Span.Elapsed(duration).words();
    }
}
