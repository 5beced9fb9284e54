package io.muster.core.program;

import io.muster.core.PersonId;
import io.muster.core.incident.IncidentEvent.Told;
import io.muster.core.incident.Moment;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.obligation.Rung;
import io.muster.core.policy.Target;
import io.muster.core.roster.Roster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The clock knocks for something that is owed to the plan. All rungs whose time has come speak as
 * one. Nothing lapses: an exercise that was not held stays owed until it is held, and late.
 */
final class ProgramBell {
    private ProgramBell() {}

    static ProgramDecision ring(Program program, ObligationId id, Moment moment) {
        Optional<Obligation> open = program.obligations().find(id).filter(Obligation::isOpen);
        if (open.isEmpty()) {
            return ProgramDecision.refuse("That is done.");
        }
        Obligation duty = open.get();
        Instant now = moment.now();
        if (duty.next().filter(next -> !next.isAfter(now)).isEmpty()) {
            return ProgramDecision.refuse("That is not due yet.");
        }
        int spoken = Math.max(duty.rungsDue(now), Math.max(1, duty.rung()));
        Rung rung = duty.rungs().get(spoken - 1);
        boolean owner = rung.tell().contains(Target.onDuty(duty.owner()));
        return new ProgramDecision.Accepted(
                List.of(
                        new ProgramEvent.PlanDutyRang(
                                duty.id(),
                                duty.title(),
                                duty.due(),
                                duty.late(now),
                                spoken,
                                rung.at().isAfter(duty.due()) || !owner,
                                rung.tell().stream().map(t -> told(t, moment)).toList())));
    }

    private static Told told(Target target, Moment moment) {
        String title = moment.policy().titleOf(target.role());
        return new Told(
                target,
                target.next() == 0 ? title : "next " + title,
                people(target, moment.roster()));
    }

    private static List<PersonId> people(Target target, Roster roster) {
        List<PersonId> holders = roster.holders(target.role());
        return target.next() < holders.size() ? List.of(holders.get(target.next())) : List.of();
    }
}
