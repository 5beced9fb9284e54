package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.obligation.Rung;
import io.muster.core.policy.ClockRule;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.Target;

import java.util.ArrayList;
import java.util.List;

/** Who hears that a private incident waits: those whom the policy lets in, and nobody else. */
final class Discretion {
    private Discretion() {}

    /**
     * Whom this rung means. As long as it is a suspicion, whoever is on the ladder but not inside
     * would learn of it: those who are told of reports take their place, and if none of them
     * acknowledges it in time whoever is next in their roles as well. So it never falls silent, and
     * stays among the few.
     */
    static List<Target> meant(Incident incident, Obligation obligation, Rung rung, Moment moment) {
        if (!incident.header().suspicion()) {
            return rung.tell();
        }
        List<Target> inside =
                rung.tell().stream().filter(t -> isInside(t, incident, moment)).toList();
        if (!inside.isEmpty() && inside.size() == rung.tell().size()) {
            return inside;
        }
        boolean unanswered =
                isAcknowledgment(obligation.id()) && !rung.at().isBefore(obligation.due());
        List<Target> meant = new ArrayList<>();
        for (RoleName role : moment.policy().reporting().tell()) {
            meant.add(Target.onDuty(role));
            Target next = new Target(role, 1);
            boolean someone = !Reachable.people(next, incident, moment.roster()).isEmpty();
            if (unanswered && someone) {
                meant.add(next);
            }
        }
        inside.stream().filter(t -> !meant.contains(t)).forEach(meant::add);
        return meant;
    }

    /**
     * Who has to do something about a private incident must be inside to do it: when the shift has
     * changed since it was declared, whoever has it now is called before they are reminded.
     */
    static List<IncidentEvent> callsBefore(Incident incident, IncidentEvent.ObligationRang rang) {
        boolean theirs = incident.header().suspicion() || isAcknowledgment(rang.id());
        if (!incident.header().isPrivate()
                || !theirs
                || rang.escalation()) { // which brings them in by itself
            return List.of();
        }
        return rang.told().stream()
                .filter(told -> !incident.crew().inside().containsAll(told.people()))
                .<IncidentEvent>map(told ->
                        new IncidentEvent.RolePaged(
                                told.target().role(),
                                told.title(),
                                told.people(),
                                IncidentEvent.PageCause.POLICY,
                                FreeText.NONE))
                .toList();
    }

    private static boolean isAcknowledgment(ObligationId id) {
        return id.clock().equals(ClockRule.ACKNOWLEDGMENT);
    }

    private static boolean isInside(Target target, Incident incident, Moment moment) {
        List<PersonId> people = Reachable.people(target, incident, moment.roster());
        return !people.isEmpty() && incident.crew().inside().containsAll(people);
    }
}
