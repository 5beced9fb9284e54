package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.policy.ClockRule;
import io.muster.core.policy.EscalationMatrix;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Role;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.Severity;
import io.muster.core.policy.Target;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who leads by policy, and who must know at once. */
final class RosterConsequences {
    private RosterConsequences() {}

    static void follow(Unfolding unfolding) {
        if (unfolding.incident().status().isActive()) {
            nameCommander(unfolding);
            callThoseWhoMustKnow(unfolding);
        }
    }

    /** A commander whom people named stays; one whom the policy named follows the severity. */
    private static void nameCommander(Unfolding unfolding) {
        Incident incident = unfolding.incident();
        Moment moment = unfolding.moment();
        if (incident.header().suspicion()
                || (incident.commander().isPresent()
                        && !incident.crew().roles().heldByPolicy(Role.COMMANDER))) {
            return;
        }
        Optional<PersonId> person =
                moment.policy()
                        .severity(incident.severity())
                        .flatMap(Severity::commander)
                        .flatMap(role -> moment.roster().onDuty(role));
        if (person.isEmpty() || person.equals(incident.commander())) {
            return;
        }
        unfolding.happens(
                new IncidentEvent.RoleAssigned(
                        Role.COMMANDER,
                        moment.policy().titleOf(Role.COMMANDER),
                        person.get(),
                        incident.commander(),
                        true));
    }

    private static void callThoseWhoMustKnow(Unfolding unfolding) {
        for (RoleName role : mustKnow(unfolding.incident(), unfolding.moment().policy())) {
            if (!unfolding.incident().crew().paged().contains(role)
                    && AudienceRules.isToBeCalled(role, unfolding.incident(), unfolding.moment())) {
                call(unfolding, role);
            }
        }
    }

    /** The roles that must know at once. */
    static Set<RoleName> mustKnow(Incident incident, Policy policy) {
        if (incident.header().suspicion()) {
            return new LinkedHashSet<>(policy.reporting().tell());
        }
        Set<RoleName> roles = new LinkedHashSet<>();
        policy.clock(ClockRule.ACKNOWLEDGMENT)
                .filter(rule -> rule.within(incident.severity()).isPresent())
                .ifPresent(rule -> roles.add(rule.owner()));
        for (EscalationMatrix.Column column : policy.escalation().row(incident.severity())) {
            if (column.timing() instanceof EscalationMatrix.Timing.AtOnce) {
                column.cells().stream()
                        .filter(cell -> cell.onlyIf().isEmpty())
                        .forEach(cell -> roles.add(cell.role()));
            }
        }
        return roles;
    }

    private static void call(Unfolding unfolding, RoleName role) {
        Moment moment = unfolding.moment();
        List<PersonId> people =
                Reachable.people(Target.onDuty(role), unfolding.incident(), moment.roster());
        boolean regraded =
                unfolding.events().stream()
                        .anyMatch(IncidentEvent.SeverityChanged.class::isInstance);
        unfolding.happens(
                new IncidentEvent.RolePaged(
                        role,
                        moment.policy().titleOf(role),
                        people,
                        regraded
                                ? IncidentEvent.PageCause.SEVERITY
                                : IncidentEvent.PageCause.DECLARED,
                        FreeText.NONE));
    }
}
