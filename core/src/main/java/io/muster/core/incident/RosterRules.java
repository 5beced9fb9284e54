package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.policy.Role;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.Target;
import io.muster.core.roster.Actor;

import java.util.List;
import java.util.Optional;

/** Who takes which role, who is called. */
final class RosterRules {
    private RosterRules() {}

    static Decision assign(Incident incident, IncidentCommand.AssignRole command, Moment moment) {
        Optional<Role> role = held(command.role(), moment);
        if (role.isEmpty()) {
            return unknown(command.role(), moment);
        }
        if (incident.status() == Status.DISMISSED) { // after closing a review is still owed
            return LifecycleRules.over(incident);
        }
        Optional<PersonId> before = incident.holder(command.role());
        if (before.filter(command.person()::equals).isPresent()
                && !incident.crew().roles().heldByPolicy(command.role())) {
            return Decision.refuse(
                    Phrase.EMPTY
                            .who(command.person())
                            .say(" is " + role.get().title() + " already."));
        }
        return Appointments.refusal(incident, role.get(), command.person(), moment)
                .orElseGet(() ->
                        Decision.accept(
                                new IncidentEvent.RoleAssigned(
                                        command.role(),
                                        role.get().title(),
                                        command.person(),
                                        before,
                                        false)));
    }

    static Decision join(Incident incident, IncidentCommand.Join command) {
        if (!incident.crew().canCome(command.person(), command.at())) {
            return Decision.refuse(Phrase.EMPTY);
        }
        return Decision.accept(new IncidentEvent.PersonJoined(command.person()));
    }

    static Decision page(Incident incident, IncidentCommand.Page command, Moment moment) {
        Optional<Role> role = held(command.role(), moment);
        if (role.isEmpty()) {
            return unknown(command.role(), moment);
        }
        if (incident.status().isOver()) {
            return LifecycleRules.over(incident);
        }
        List<PersonId> people =
                Reachable.people(Target.onDuty(command.role()), incident, moment.roster());
        if (people.isEmpty()) {
            return Decision.refuse(
                    Phrase.of(
                                    "Nobody holds the role "
                                            + role.get().title()
                                            + ". Name someone with ")
                            .code("/incident assign " + command.role() + " @person")
                            .say(", then ask again."));
        }
        return Decision.accept(
                new IncidentEvent.RolePaged(
                        command.role(),
                        role.get().title(),
                        people,
                        IncidentEvent.PageCause.BY_HAND,
                        command.reason()));
    }

    static Decision escalate(Incident incident, IncidentCommand.Escalate command, Moment moment) {
        if (incident.status().isOver()) {
            return LifecycleRules.over(incident);
        }
        Optional<Called> next = nextUp(incident, moment);
        if (next.isPresent()) {
            return Decision.accept(escalated(next.get(), command, moment));
        }
        return Decision.refuse(
                Phrase.of("There is nobody further up to call: the team file names nobody. Call ")
                        .say("someone with ")
                        .code("/incident page <role>")
                        .say(" or mention them here."));
    }

    private record Called(Target target, List<PersonId> people) {}

    /** The first on the way up who has not been called; when all have been, the last one again. */
    private static Optional<Called> nextUp(Incident incident, Moment moment) {
        List<Called> path =
                Reachable.path(moment.policy()).stream()
                        .map(t -> new Called(t, Reachable.people(t, incident, moment.roster())))
                        .filter(c -> !c.people().isEmpty())
                        .filter(c -> !moment.by().equals(Actor.person(c.people().getFirst())))
                        .toList();
        return path.stream()
                .filter(c -> !incident.crew().escalatedTo().containsAll(c.people()))
                .findFirst()
                .or(() -> path.isEmpty() ? Optional.empty() : Optional.of(path.getLast()));
    }

    private static IncidentEvent escalated(
            Called next, IncidentCommand.Escalate command, Moment moment) {
        return new IncidentEvent.RolePaged(
                next.target().role(),
                moment.policy().titleOf(next.target().role()),
                next.people(),
                IncidentEvent.PageCause.ESCALATED,
                command.reason());
    }

    /** The role of this name, if it is one that a person can hold. */
    private static Optional<Role> held(RoleName name, Moment moment) {
        return moment.policy().role(name).filter(role -> !role.audience());
    }

    private static Decision unknown(RoleName role, Moment moment) {
        return Decision.refuse(
                "\""
                        + role
                        + "\" is not a role here. Roles: "
                        + String.join(
                                ", ",
                                moment.policy().roles().stream()
                                        .filter(r -> !r.audience())
                                        .map(r -> r.name().value())
                                        .toList())
                        + ".");
    }
}
