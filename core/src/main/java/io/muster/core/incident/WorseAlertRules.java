package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.policy.ClockRule;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Role;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.Severity;
import io.muster.core.policy.SeverityName;
import io.muster.core.policy.Target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An alert that is graver than its incident calls those who can judge it. It never raises the
 * incident, and what was judged once is not asked again.
 */
final class WorseAlertRules {
    private WorseAlertRules() {}

    static List<IncidentEvent> worse(Incident incident, AlertCommand.Fires c, Moment moment) {
        if (!incident.status().isActive() || !isNews(incident, c.severity(), moment.policy())) {
            return List.of();
        }
        List<IncidentEvent> events = new ArrayList<>();
        events.add(
                new AlertEvent.AlertWorsened(
                        c.signal().key(),
                        c.signal().from(),
                        c.signal().title(),
                        c.severity(),
                        incident.severity()));
        onCall(c.severity(), moment.policy())
                .map(role -> call(role, onDuty(role, incident, moment), moment))
                .ifPresent(events::add);
        List<PersonId> commander = commander(incident, c.severity(), moment);
        if (!commander.isEmpty()) {
            events.add(call(Role.COMMANDER, commander, moment));
        }
        return events;
    }

    /** What people have lowered knowingly stays so, however often the source repeats itself. */
    private static boolean isNews(Incident incident, SeverityName severity, Policy policy) {
        return policy.graver(severity, incident.severity())
                && incident.dossier().alarms().severities().stream()
                        .allMatch(known -> policy.graver(severity, known));
    }

    private static Optional<RoleName> onCall(SeverityName severity, Policy policy) {
        return policy.clock(ClockRule.ACKNOWLEDGMENT)
                .filter(rule -> rule.within(severity).isPresent())
                .map(ClockRule::owner);
    }

    /** Who commands it, else who would if it were as grave as the alert. */
    private static List<PersonId> commander(
            Incident incident, SeverityName severity, Moment moment) {
        return incident.commander()
                .map(List::of)
                .or(() ->
                        moment.policy()
                                .severity(severity)
                                .flatMap(Severity::commander)
                                .map(role -> onDuty(role, incident, moment)))
                .orElse(List.of());
    }

    private static List<PersonId> onDuty(RoleName role, Incident incident, Moment moment) {
        return Reachable.people(Target.onDuty(role), incident, moment.roster());
    }

    private static IncidentEvent call(RoleName role, List<PersonId> people, Moment moment) {
        return new IncidentEvent.RolePaged(
                role,
                moment.policy().titleOf(role),
                people,
                IncidentEvent.PageCause.ALERT,
                FreeText.NONE);
    }
}
