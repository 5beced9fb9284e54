package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Request;
import io.muster.core.policy.ReviewRule;
import io.muster.core.policy.Role;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.Target;

import java.util.List;
import java.util.Optional;

/** Who may agree to a draft, who is asked, and what is missing, in words. */
final class Reviewers {
    private Reviewers() {}

    static ReviewRule rule(Draft draft, Moment moment) {
        return moment.policy().approvals().rule(draft.purpose());
    }

    /** The roles in which this person may agree to the words as they stand. */
    static List<RoleName> rolesOf(PersonId person, Draft draft, Incident incident, Moment moment) {
        return person.equals(draft.current().author())
                ? List.of()
                : rule(draft, moment).reviewers().stream()
                        .filter(role -> AccessRules.holds(incident, person, role, moment))
                        .toList();
    }

    /** Whom to ask about words that this person wrote. */
    static List<Request> asked(ReviewRule rule, PersonId author, Incident incident, Moment moment) {
        return rule.asked().stream()
                .map(role ->
                        new Request(
                                role,
                                moment.policy().titleOf(role),
                                holder(role, author, incident, moment)))
                .toList();
    }

    /** Who answers for this role: here, else by the roster, but never the author. */
    static Optional<PersonId> holder(
            RoleName role, PersonId author, Incident incident, Moment moment) {
        List<PersonId> holders =
                incident.holder(role).map(List::of).orElseGet(() -> moment.roster().holders(role));
        return holders.stream().filter(p -> !p.equals(author)).findFirst();
    }

    /** How a reminder finds whoever is asked. */
    static Target target(Request request, Incident incident, Moment moment) {
        boolean here = incident.holder(request.role()).isPresent();
        int place =
                here
                        ? 0
                        : request.person()
                                .map(p -> moment.roster().holders(request.role()).indexOf(p))
                                .orElse(0);
        return new Target(request.role(), Math.max(0, place));
    }

    /** Who has not agreed yet, and how to get it. */
    static Phrase stillMissing(Draft draft, Incident incident, Moment moment) {
        ReviewRule rule = rule(draft, moment);
        List<RoleName> missing = draft.missing(rule);
        if (missing.isEmpty()) {
            int more = draft.wanting(rule);
            return Phrase.of(
                    more == 1
                            ? "One more person has to approve it."
                            : more + " more people have to approve it.");
        }
        Phrase phrase = Phrase.EMPTY;
        for (RoleName role : missing) {
            phrase =
                    phrase.say(phrase.isEmpty() ? "" : " ")
                            .then(missing(role, draft, incident, moment));
        }
        return phrase;
    }

    private static Phrase missing(RoleName role, Draft draft, Incident incident, Moment moment) {
        String title = moment.policy().titleOf(role);
        return holder(role, draft.current().author(), incident, moment)
                .map(person -> Phrase.of(title + " has not approved it: ask ").who(person).say("."))
                .orElseGet(() -> nobody(role, title, incident));
    }

    /** What to do when nobody can answer for a role. */
    static Phrase nobody(RoleName role, String title, Incident incident) {
        Phrase phrase =
                Phrase.of("Nobody who did not write it holds the role ").strong(title).say(". ");
        return incident.status() == Status.DISMISSED
                ? phrase.say("Add somebody to the team file, or reopen and assign the role.")
                : phrase.say("The commander can appoint someone: ").code(appoint(role));
    }

    static String appoint(RoleName role) {
        return "/incident assign "
                + (role.equals(Role.COMMANDER) ? "commander" : role)
                + " @person";
    }
}
