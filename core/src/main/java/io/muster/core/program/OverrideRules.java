package io.muster.core.program;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.incident.Moment;
import io.muster.core.policy.Act;
import io.muster.core.policy.Role;
import io.muster.core.policy.RoleName;
import io.muster.core.roster.DutyOverride;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who may stand in for whom on call, and for how long. An override turns pages away from somebody
 * and gives whoever stands in what the role may do. So where the policy does not say who may do
 * that, only those whom the team file gives the role may pass it on.
 */
final class OverrideRules {
    private static final Duration LONGEST = Duration.ofDays(92);
    private static final Duration AHEAD = Duration.ofDays(366);

    private OverrideRules() {}

    static ProgramDecision override(
            Program program, ProgramCommand.OverrideOnCall command, Moment moment) {
        Optional<Role> role = moment.policy().role(command.role()).filter(held -> !held.audience());
        if (role.isEmpty()) {
            return unknown(command.role(), moment);
        }
        Instant from = command.from().isBefore(moment.now()) ? moment.now() : command.from();
        return notYours(role.get().name(), moment)
                .or(() -> wrongTime(from, command.until(), moment))
                .or(() -> already(program, command, role.get(), from, moment))
                .<ProgramDecision>map(ProgramDecision.Refused::new)
                .orElseGet(() -> overridden(program, command, role.get(), from, moment));
    }

    static ProgramDecision cancel(
            Program program, ProgramCommand.CancelOverride command, Moment moment) {
        Optional<DutyOverride> found = program.overrides().standing(command.number(), moment.now());
        if (found.isEmpty()) {
            return ProgramDecision.refuse(
                    "That override is over or cancelled already; nothing was changed.");
        }
        DutyOverride override = found.get();
        boolean own = moment.by().person().filter(override.person()::equals).isPresent();
        Optional<Phrase> refused = own ? Optional.empty() : notYours(override.role(), moment);
        return refused.<ProgramDecision>map(ProgramDecision.Refused::new)
                .orElseGet(() ->
                        new ProgramDecision.Accepted(
                                List.of(
                                        new ProgramEvent.OnCallOverrideCancelled(
                                                override.number(),
                                                override.role(),
                                                moment.policy().titleOf(override.role()),
                                                override.person(),
                                                override.from(),
                                                override.until()))));
    }

    private static ProgramDecision overridden(
            Program program,
            ProgramCommand.OverrideOnCall command,
            Role role,
            Instant from,
            Moment moment) {
        boolean now = !from.isAfter(moment.now());
        return new ProgramDecision.Accepted(
                List.of(
                        new ProgramEvent.OnCallOverridden(
                                program.overrides().last() + 1,
                                role.name(),
                                role.title(),
                                command.person(),
                                from,
                                command.until(),
                                command.reason(),
                                now ? moment.roster().onDuty(role.name()) : Optional.empty())));
    }

    private static Optional<Phrase> notYours(RoleName role, Moment moment) {
        Optional<PersonId> person = moment.by().person();
        List<RoleName> allowed = moment.policy().permissions().of(Act.CHANGE_ON_CALL);
        if (person.isEmpty() || moment.roster().admins().contains(person.get())) {
            return Optional.empty();
        }
        if (allowed.isEmpty()) {
            boolean shares =
                    moment.roster().members().getOrDefault(role, List.of()).contains(person.get());
            return shares ? Optional.empty() : Optional.of(onlyFor(List.of(role), moment));
        }
        return allowed.stream().anyMatch(r -> moment.roster().holds(person.get(), r))
                ? Optional.empty()
                : Optional.of(onlyFor(allowed, moment));
    }

    private static Phrase onlyFor(List<RoleName> allowed, Moment moment) {
        String titles =
                String.join(" or ", allowed.stream().map(moment.policy()::titleOf).toList());
        Phrase only =
                Phrase.of("Only who is " + titles + " by the team file may change who is on call");
        return moment.roster()
                .onDuty(allowed.getFirst())
                .map(holder -> only.say(". Ask ").who(holder).say("."))
                .orElseGet(() -> only.say(", and nobody holds that role. Ask an admin."));
    }

    private static Optional<Phrase> wrongTime(Instant from, Instant until, Moment moment) {
        if (!until.isAfter(from)) {
            return Optional.of(
                    Phrase.of("It would end before it begins. Choose an end after ")
                            .at(from)
                            .say("."));
        }
        if (Duration.between(from, until).compareTo(LONGEST) > 0) {
            return Optional.of(
                    Phrase.of(
                            "An override lasts "
                                    + LONGEST.toDays()
                                    + " days at most. Change the rotation in the team file"
                                    + " instead."));
        }
        return Duration.between(moment.now(), from).compareTo(AHEAD) > 0
                ? Optional.of(Phrase.of("That is more than a year ahead. Choose a nearer day."))
                : Optional.empty();
    }

    private static Optional<Phrase> already(
            Program program,
            ProgramCommand.OverrideOnCall command,
            Role role,
            Instant from,
            Moment moment) {
        boolean onDutyNow =
                !from.isAfter(moment.now())
                        && moment.roster()
                                .onDuty(role.name())
                                .filter(command.person()::equals)
                                .isPresent();
        Optional<DutyOverride> newest =
                program.overrides().all().reversed().stream()
                        .filter(o -> o.role().equals(role.name()))
                        .filter(o -> o.from().isBefore(command.until()) && o.until().isAfter(from))
                        .findFirst();
        boolean covered =
                newest.filter(o ->
                                o.person().equals(command.person())
                                        && !o.from().isAfter(from)
                                        && !o.until().isBefore(command.until()))
                        .isPresent();
        // Who is on duty by rotation may want to stay beyond their turn; by override it says so.
        boolean nothingNew = covered || (onDutyNow && command.takesOver());
        return nothingNew
                ? Optional.of(
                        Phrase.EMPTY
                                .who(command.person())
                                .say(" is on call then already as " + role.title() + "."))
                : Optional.empty();
    }

    private static ProgramDecision unknown(RoleName role, Moment moment) {
        return ProgramDecision.refuse(
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
