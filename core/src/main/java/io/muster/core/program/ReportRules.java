package io.muster.core.program;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.incident.Moment;
import io.muster.core.policy.Act;
import io.muster.core.policy.RoleName;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who may have the control report. It tells of every incident, so that unlike other acts it is
 * closed where the policy does not open it.
 */
final class ReportRules {
    private ReportRules() {}

    static ProgramDecision ask(ProgramCommand.AskReport command, Moment moment) {
        Optional<PersonId> person = moment.by().person();
        if (person.isEmpty()) {
            return ProgramDecision.refuse("A report is made for a person.");
        }
        if (!command.from().isBefore(command.until())) {
            return ProgramDecision.refuse("The first day has to come before the last.");
        }
        if (command.from().isAfter(moment.now())) {
            return ProgramDecision.refuse("That period is still to come.");
        }
        return may(person.get(), moment)
                ? new ProgramDecision.Accepted(
                        List.of(
                                new ProgramEvent.ControlReportAsked(
                                        person.get(), command.from(), command.until())))
                : new ProgramDecision.Refused(notYours(moment));
    }

    private static boolean may(PersonId person, Moment moment) {
        return moment.roster().admins().contains(person)
                || roles(moment).stream().anyMatch(role -> moment.roster().holds(person, role));
    }

    private static Phrase notYours(Moment moment) {
        List<RoleName> roles = roles(moment);
        if (roles.isEmpty()) {
            return Phrase.of(
                            "The control report tells of every incident, and the policy does not"
                                    + " say who may have it. Whoever runs Muster can: ")
                    .code("java -jar muster.jar report <from> <to>")
                    .say(". To open it here: ")
                    .code("permissions: {report: [<role>]}")
                    .say(" in the policy.");
        }
        String titles =
                roles.stream().map(moment.policy()::titleOf).collect(Collectors.joining(" or "));
        Phrase only = Phrase.of("The control report is for the " + titles + ".");
        List<PersonId> holders = moment.roster().holders(roles.getFirst());
        return holders.isEmpty() ? only : only.say(" Ask ").who(holders.getFirst()).say(".");
    }

    private static List<RoleName> roles(Moment moment) {
        return moment.policy().permissions().of(Act.REPORT);
    }
}
