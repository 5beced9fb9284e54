package io.muster.core.policy;

import io.muster.core.calendar.Span;
import io.muster.core.written.Passage;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds rungs that could never speak, or not when their author thinks. Business time is judged with
 * caution: how many hours a business day has is known only when the promise is made.
 */
final class LadderChecks {
    private final Map<SeverityName, Span> within;
    private final boolean repeats;

    LadderChecks(Map<SeverityName, Span> within, boolean repeats) {
        this.within = within;
        this.repeats = repeats;
    }

    /** A rung lies neither before the promise is made nor behind its next turn. */
    void fits(Passage at, Step.When when) {
        if (!(when instanceof Step.When.FromDue(Duration offset))) {
            return;
        }
        Duration distance = offset.abs();
        String tooShort = where(span -> length(span).compareTo(distance) <= 0);
        if (offset.isNegative() && !tooShort.isEmpty()) {
            at.problem(
                    "lies before the promise is made: " + tooShort + ".",
                    "Choose a share such as `50%`, which fits every length.");
        }
        if (offset.isPositive() && repeats && !tooShort.isEmpty()) {
            at.problem(
                    "would never speak, because the next turn has begun by then: " + tooShort + ".",
                    "Choose a moment before the next turn is due.");
        }
    }

    /** Rungs are written in the order in which they speak. */
    void follows(Passage at, Optional<Step.When> before, Step.When when) {
        if (before.isEmpty()) {
            return;
        }
        String together = where(span -> order(span, before.get(), when) == Order.TOGETHER);
        String reversed = where(span -> order(span, before.get(), when) == Order.REVERSED);
        boolean always = before.get().equals(when);
        if (always || !together.isEmpty()) {
            at.problem(
                    "is the same moment as the rung above" + (always ? "." : ": " + together + "."),
                    "Put both into one rung, or move one.");
        } else if (!reversed.isEmpty()) {
            at.problem(
                    "comes before the rung above: " + reversed + ".",
                    "Write the rungs in the order in which they speak.");
        }
    }

    private static Order order(Span span, Step.When first, Step.When second) {
        boolean comparable =
                span instanceof Span.Elapsed
                        || first.getClass().equals(second.getClass())
                        || (first instanceof Step.When.FromDue due && !due.offset().isNegative());
        if (!comparable) {
            return Order.UNKNOWN;
        }
        int difference = position(span, first).compareTo(position(span, second));
        return difference < 0 ? Order.RIGHT : difference == 0 ? Order.TOGETHER : Order.REVERSED;
    }

    private enum Order {
        RIGHT,
        TOGETHER,
        REVERSED,
        UNKNOWN
    }

    private static Duration position(Span span, Step.When when) {
        return switch (when) {
            case Step.When.FromDue due -> length(span).plus(due.offset());
            case Step.When.Share share -> length(span).multipliedBy(share.percent()).dividedBy(100);
        };
    }

    private static Duration length(Span span) {
        return switch (span) {
            case Span.Elapsed elapsed -> elapsed.duration();
            case Span.BusinessHours hours -> hours.duration();
            case Span.BusinessDays days -> Duration.ofDays(days.days());
            case Span.CalendarDays days -> Duration.ofDays(days.days());
            case Span.Months months -> Duration.ofDays(28L * months.months()); // the shortest
            case Span.Unclocked ignored -> Duration.ZERO;
        };
    }

    /** The severities whose span is like this, each with its span: {@code P0 has 15 minutes}. */
    private String where(Predicate<Span> span) {
        return within.entrySet().stream()
                .filter(entry -> !(entry.getValue() instanceof Span.Unclocked))
                .filter(entry -> span.test(entry.getValue()))
                .map(entry -> entry.getKey() + " has " + entry.getValue().words())
                .collect(Collectors.joining(", "));
    }
}
