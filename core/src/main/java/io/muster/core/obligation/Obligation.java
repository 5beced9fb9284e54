package io.muster.core.obligation;

import io.muster.core.calendar.CalendarName;
import io.muster.core.policy.ClockRule;
import io.muster.core.policy.RoleName;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One promise with a deadline. The deadline is an instant, written down when the promise was made,
 * with the calendar that gave it; only an event moves it.
 *
 * @param anchor from when it counts
 * @param due by when it must be kept
 * @param lapses for a promise that repeats: when the next turn is due and this one is missed
 * @param rungs who is told when, earliest first
 * @param rung how many rungs have spoken
 * @param again when the last rung speaks again, once it has spoken
 * @param snoozedUntil reminders are silent until then; the deadline does not move
 * @param snoozed it has been snoozed once, which is as often as it may be
 * @param settled when it was kept, missed or dropped
 */
public record Obligation(
        ObligationId id,
        String title,
        RoleName owner,
        CalendarName calendar,
        Instant anchor,
        Instant due,
        Optional<Instant> lapses,
        List<Rung> rungs,
        int rung,
        Optional<Instant> again,
        Optional<Instant> snoozedUntil,
        boolean snoozed,
        State state,
        Optional<Instant> settled) {
    /** Where a promise stands. */
    public enum State {
        /** It is still owed, overdue or not. */
        OPEN,
        /** It was kept; {@link Obligation#late} says whether in time. */
        MET,
        /** Its next turn came before it was kept. */
        MISSED,
        /** It is no longer owed. */
        DROPPED
    }

    public Obligation {
        Objects.requireNonNull(id);
        rungs = List.copyOf(rungs);
    }

    /** A promise that has just been made. */
    public static Obligation open(
            ObligationId id,
            String title,
            RoleName owner,
            CalendarName calendar,
            Instant anchor,
            Instant due,
            Optional<Instant> lapses,
            List<Rung> rungs) {
        return new Obligation(
                id,
                title,
                owner,
                calendar,
                anchor,
                due,
                lapses,
                rungs,
                0,
                Optional.empty(),
                Optional.empty(),
                false,
                State.OPEN,
                Optional.empty());
    }

    /** Whether it is still owed. */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether its next turn comes by itself, as that of a status update does. */
    public boolean repeats() {
        return lapses.isPresent();
    }

    /** Whether it is owed and its time is up, or was kept after its time was up, or was missed. */
    public boolean late(Instant now) {
        return switch (state) {
            case OPEN -> now.isAfter(due);
            case MET -> isPromise() && settled.orElse(now).isAfter(due);
            case MISSED -> true;
            case DROPPED -> false;
        };
    }

    /** Waiting until it is stable is no promise: the longer, the better. */
    public boolean isPromise() {
        return !id.clock().equals(ClockRule.STABILITY);
    }

    /** When the clock has to look at it next; empty when nothing is left to say. */
    public Optional<Instant> next() {
        if (!isOpen()) {
            return Optional.empty();
        }
        Optional<Instant> speaks =
                snoozedUntil.or(
                        () -> rung < rungs.size() ? Optional.of(rungs.get(rung).at()) : again);
        return speaks.isEmpty()
                ? lapses
                : lapses.filter(lapse -> lapse.isBefore(speaks.get())).or(() -> speaks);
    }

    /** The number of the last rung whose time has come, counted from 1; 0 if none has. */
    public int rungsDue(Instant now) {
        int due = 0;
        while (due < rungs.size() && !rungs.get(due).at().isAfter(now)) {
            due++;
        }
        return due;
    }

    /** After its rungs up to {@code spoken} have spoken at {@code now}. */
    public Obligation rang(int spoken, Instant now) {
        Optional<Instant> repetition =
                spoken < rungs.size()
                        ? Optional.empty()
                        : rungs.getLast()
                                .every()
                                .map(every -> after(now, rungs.getLast().at(), every));
        return new Obligation(
                id,
                title,
                owner,
                calendar,
                anchor,
                due,
                lapses,
                rungs,
                spoken,
                repetition,
                Optional.empty(),
                snoozed,
                state,
                settled);
    }

    /** With its reminders silent until then. */
    public Obligation snoozed(Instant until) {
        return new Obligation(
                id,
                title,
                owner,
                calendar,
                anchor,
                due,
                lapses,
                rungs,
                rung,
                again,
                Optional.of(until),
                true,
                state,
                settled);
    }

    /** With another deadline; its ladder starts from the beginning. */
    public Obligation moved(
            Instant newAnchor, Instant newDue, Optional<Instant> newLapse, List<Rung> newRungs) {
        return new Obligation(
                id,
                title,
                owner,
                calendar,
                newAnchor,
                newDue,
                newLapse,
                newRungs,
                0,
                Optional.empty(),
                snoozedUntil,
                snoozed,
                state,
                settled);
    }

    /** Kept, missed or dropped at {@code at}. */
    public Obligation settled(State outcome, Instant at) {
        return new Obligation(
                id,
                title,
                owner,
                calendar,
                anchor,
                due,
                lapses,
                rungs,
                rung,
                Optional.empty(),
                Optional.empty(),
                snoozed,
                outcome,
                Optional.of(at));
    }

    /** Owed again, because what had kept it was undone. */
    public Obligation returned() {
        return new Obligation(
                id,
                title,
                owner,
                calendar,
                anchor,
                due,
                lapses,
                rungs,
                rung,
                Optional.empty(),
                Optional.empty(),
                snoozed,
                State.OPEN,
                Optional.empty());
    }

    /** Judged by another deadline, after it had been kept. */
    public Obligation rejudged(Instant newDue) {
        return new Obligation(
                id,
                title,
                owner,
                calendar,
                anchor,
                newDue,
                lapses,
                rungs,
                rung,
                again,
                snoozedUntil,
                snoozed,
                state,
                settled);
    }

    /** The first instant of the series {@code start + n × every} that lies after {@code now}. */
    private static Instant after(Instant now, Instant start, Duration every) {
        long passed = Duration.between(start, now).dividedBy(every);
        return start.plus(every.multipliedBy(Math.max(0, passed) + 1));
    }
}
