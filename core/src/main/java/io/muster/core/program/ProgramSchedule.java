package io.muster.core.program;

import io.muster.core.calendar.BusinessCalendar;
import io.muster.core.calendar.Hours;
import io.muster.core.incident.Moment;
import io.muster.core.obligation.EscalationLadder;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.policy.ClockName;
import io.muster.core.policy.Policy;
import io.muster.core.policy.ProgramDuty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** When what the plan asks for is due. */
final class ProgramSchedule {
    private static final int LONGEST_BREAK_IN_DAYS = 14;

    private ProgramSchedule() {}

    static Optional<ProgramDuty> duty(ObligationId id, Moment moment) {
        return duty(id.clock(), moment.policy());
    }

    static Optional<ProgramDuty> duty(ClockName name, Policy policy) {
        return policy.program().stream().filter(d -> d.name().equals(name)).findFirst();
    }

    /** A promise that counts from {@code anchor} and is due a period later. */
    static Obligation promise(
            ProgramDuty duty, ObligationId id, Instant anchor, Period period, Policy policy) {
        return promise(duty, id, anchor, due(policy.calendar(duty.calendar()), anchor, period));
    }

    /** A promise that counts from {@code anchor} and is due then. */
    static Obligation promise(ProgramDuty duty, ObligationId id, Instant anchor, Instant due) {
        return Obligation.open(
                id,
                duty.title(),
                duty.owner(),
                duty.calendar(),
                anchor,
                due,
                Optional.empty(),
                EscalationLadder.rungs(duty.ladder(), anchor, due));
    }

    /**
     * The close of business on the last working day of the period: a deadline in the night or on a
     * Sunday would be reminded of when nobody reads it.
     */
    static Instant due(BusinessCalendar calendar, Instant anchor, Period period) {
        LocalDate last = anchor.atZone(calendar.zone()).plus(period).toLocalDate();
        for (int back = 0; back < LONGEST_BREAK_IN_DAYS; back++) {
            LocalDate day = last.minusDays(back);
            Hours hours = calendar.week().get(day.getDayOfWeek());
            if (hours != null && calendar.isWorked(day)) {
                Instant due = day.atTime(hours.closes()).atZone(calendar.zone()).toInstant();
                return due.isAfter(anchor) ? due : plainly(calendar, anchor, period);
            }
        }
        return plainly(calendar, anchor, period);
    }

    private static Instant plainly(BusinessCalendar calendar, Instant anchor, Period period) {
        return anchor.atZone(calendar.zone()).plus(period).toInstant();
    }
}
