package io.muster.core.policy;

import io.muster.core.calendar.CalendarName;
import io.muster.core.calendar.Span;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A duty to tell somebody outside: whom, by which channels, on which condition, counted from when,
 * for how long.
 *
 * @param law the law that it comes from; empty for what the organisation promised by itself
 * @param to whom to tell, in words
 * @param channels by which channels, in words
 * @param applies on which condition
 * @param within how long; hours of law pass at night and at weekends too and never pause
 * @param promptly the law says "without undue delay" and has no number: {@code within} is then when
 *     Muster asks, and nobody is late by it
 * @param limit a second clock that runs beside the first
 * @param calendar the calendar that counts business time, and the zone of calendar days and months
 * @param owner who owes it
 * @param tell whom the reminders turn to
 * @param holds the only grounds on which it may wait
 * @param lateNeedsReasons the law wants to hear why a late notice is late
 * @param note what whoever writes the notice must know
 */
public record NotificationRule(
        DutyName name,
        String title,
        Optional<String> law,
        String to,
        List<String> channels,
        Applies applies,
        DutyStart from,
        Span within,
        boolean promptly,
        Optional<Limit> limit,
        CalendarName calendar,
        RoleName owner,
        List<RoleName> tell,
        List<HoldGround> holds,
        boolean lateNeedsReasons,
        String note) {
    public NotificationRule {
        Objects.requireNonNull(name);
        channels = List.copyOf(channels);
        tell = List.copyOf(tell);
        holds = List.copyOf(holds);
    }

    /** The same duty, counted in this calendar. */
    NotificationRule in(CalendarName other) {
        return new NotificationRule(
                name,
                title,
                law,
                to,
                channels,
                applies,
                from,
                within,
                promptly,
                limit,
                other,
                owner,
                tell,
                holds,
                lateNeedsReasons,
                note);
    }

    /** The ground of this name. */
    public Optional<HoldGround> hold(String ground) {
        return holds.stream().filter(h -> h.name().equals(ground)).findFirst();
    }

    /**
     * On which condition a duty is owed. What nobody has answered is taken for yes: a legal clock
     * must never silently not start.
     *
     * @param scope which incidents; a severity only decides whether the duty begins, lowering it
     *     later ends nothing
     * @param yes questions that must all be answered with yes
     */
    public record Applies(Scope scope, List<QuestionName> yes, Optional<Lasting> lasting) {
        public Applies {
            Objects.requireNonNull(scope);
            yes = List.copyOf(yes);
        }
    }

    /**
     * It is owed only if the incident lasts longer than this.
     *
     * @param expected the question whether it will; until it is answered, it is taken for yes
     */
    public record Lasting(Duration over, QuestionName expected) {
        public Lasting {
            Objects.requireNonNull(over);
            Objects.requireNonNull(expected);
        }
    }

    /**
     * A clock beside the first one. Until the first starts, this one counts; then the earlier
     * deadline does, unless the first started only after this one had run out.
     */
    public record Limit(DutyStart from, Span within) {
        public Limit {
            Objects.requireNonNull(from);
            Objects.requireNonNull(within);
        }
    }
}
