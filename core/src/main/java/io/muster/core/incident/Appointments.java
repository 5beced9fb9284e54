package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.policy.Act;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Purpose;
import io.muster.core.policy.ReviewRule;
import io.muster.core.policy.Reviewing;
import io.muster.core.policy.Role;
import io.muster.core.policy.RoleName;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may give whom a role that approves or decides. Whoever could take it alone would pass every
 * gate that waits for it; so it takes somebody else who is in the incident. Everybody may still
 * bring in those whom the team file gives the role, and all other roles are free: in the worst hour
 * there is always somebody who can appoint.
 */
final class Appointments {
    private static final List<Act> DECISIONS = List.of(Act.OVERRIDE, Act.DECIDE_DUTY, Act.RELEASE);

    private Appointments() {}

    static Optional<Decision> refusal(
            Incident incident, Role role, PersonId person, Moment moment) {
        Optional<PersonId> by = moment.by().person();
        if (by.isEmpty()
                || !decides(role.name(), moment.policy())
                || moment.roster().admins().contains(by.get())
                || moment.roster().holds(person, role.name())) {
            return Optional.empty();
        }
        if (by.get().equals(person)) {
            Phrase nobody =
                    Phrase.of("Nobody gives themselves a role that approves or decides, like ")
                            .strong(role.title())
                            .say(". ");
            return Optional.of(ask(nobody, by.get(), incident, role, moment));
        }
        boolean theirs =
                incident.crew().has(by.get()) || moment.roster().holds(by.get(), role.name());
        if (theirs) {
            return Optional.empty();
        }
        Phrase outside =
                Phrase.of("Who is not in this incident does not fill a role that approves or")
                        .say(" decides, like ")
                        .strong(role.title())
                        .say(". Join its channel first, or: ");
        return Optional.of(ask(outside, by.get(), incident, role, moment));
    }

    /** The commander leads and decides little alone; that role must be free to be taken. */
    private static boolean decides(RoleName role, Policy policy) {
        if (role.equals(Role.COMMANDER)) {
            return false;
        }
        Set<RoleName> roles = new LinkedHashSet<>(reading(policy.approvals().usual()));
        policy.approvals().purposes().stream()
                .map(Purpose::rule)
                .forEach(rule -> roles.addAll(reading(rule)));
        DECISIONS.forEach(act -> roles.addAll(policy.permissions().of(act)));
        policy.reviewing().map(Reviewing::approvers).ifPresent(roles::addAll);
        roles.add(policy.counsel().role());
        return roles.contains(role);
    }

    private static Set<RoleName> reading(ReviewRule rule) {
        Set<RoleName> roles = new LinkedHashSet<>(rule.reviewers());
        roles.addAll(rule.needed());
        roles.addAll(rule.release());
        return roles;
    }

    private static Decision ask(
            Phrase why, PersonId by, Incident incident, Role role, Moment moment) {
        Optional<PersonId> other =
                incident.commander()
                        .filter(commander -> !commander.equals(by))
                        .or(() -> moment.roster().onDuty(role.name()));
        Phrase whom =
                other.map(p -> why.say("Ask ").who(p))
                        .orElseGet(() -> why.say("Ask somebody else who works on this"));
        return Decision.refuse(
                whom.say(": ").code("/incident assign " + role.name() + " @person").say("."));
    }
}
