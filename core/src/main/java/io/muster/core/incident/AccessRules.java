package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.policy.Act;
import io.muster.core.policy.Role;
import io.muster.core.policy.RoleName;

import java.util.List;
import java.util.Optional;

/** Who may do what. What the policy does not restrict is open to everyone who sees the incident. */
final class AccessRules {
    private AccessRules() {}

    static Optional<Decision> refusal(Incident incident, IncidentCommand command, Moment moment) {
        Optional<PersonId> person = moment.by().person();
        if (person.isEmpty()) {
            return Optional.empty();
        }
        if (!incident.visibleTo(person.get(), moment.roster().admins(), moment.roster().guests())
                && !AudienceRules.isConfirmedByWhoeverWasTold(incident, command, person.get())) {
            return Optional.of(Decision.refuse(IncidentRules.notHere()));
        }
        return act(command).flatMap(act -> refusal(incident, act, moment));
    }

    /** Why this act is not for the person who asks; empty if it is. */
    static Optional<Decision> refusal(Incident incident, Act act, Moment moment) {
        List<RoleName> allowed = moment.policy().permissions().of(act);
        PersonId person = moment.by().person().orElse(null);
        if (person == null
                || allowed.isEmpty()
                || moment.roster().admins().contains(person)
                || allowed.stream().anyMatch(role -> holds(incident, person, role, moment))) {
            return Optional.empty();
        }
        return Optional.of(notYours(incident, act, allowed, moment));
    }

    static boolean holds(Incident incident, PersonId person, RoleName role, Moment moment) {
        return incident.holder(role)
                .map(person::equals)
                .orElseGet(() -> moment.roster().holds(person, role));
    }

    static Decision notYours(Incident incident, Act act, List<RoleName> allowed, Moment moment) {
        RoleName first = allowed.getFirst();
        Phrase only =
                Phrase.of("Only the " + titles(allowed, moment) + " may " + words(act) + ". ");
        Optional<PersonId> holder = incident.holder(first).or(() -> moment.roster().onDuty(first));
        if (holder.isPresent()) {
            return Decision.refuse(only.say("Ask ").who(holder.get()).say("."));
        }
        String assign = "/incident assign " + (first.equals(Role.COMMANDER) ? "commander" : first);
        return Decision.refuse(
                only.say("Nobody holds that role here: give it to someone with ")
                        .code(assign + " @person")
                        .say("."));
    }

    private static String titles(List<RoleName> roles, Moment moment) {
        return String.join(
                " or ",
                roles.stream().map(r -> withinSentence(moment.policy().titleOf(r))).toList());
    }

    /** Titles begin in upper case; an abbreviation stays one. */
    private static String withinSentence(String title) {
        boolean abbreviated = title.length() < 2 || !Character.isLowerCase(title.charAt(1));
        return abbreviated
                ? title
                : title.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + title.substring(1);
    }

    private static String words(Act act) {
        return switch (act) {
            case ACKNOWLEDGE -> "acknowledge this";
            case CONFIRM -> "confirm this";
            case DISMISS -> "dismiss this";
            case CHANGE_SEVERITY -> "change the severity";
            case MOVE_PHASE -> "start and finish phases";
            case TICK -> "tick checklist items";
            case ASSIGN -> "assign roles";
            case UPDATE -> "post status updates";
            case NOTE -> "add notes";
            case SNOOZE -> "snooze reminders";
            case ESCALATE -> "escalate";
            case RESOLVE -> "resolve this";
            case REOPEN -> "reopen this";
            case CLOSE -> "close this";
            case OVERRIDE -> "go past a gate";
            case RECORD_FACT -> "record facts";
            case EVIDENCE -> "handle evidence";
            case TELL -> "decide who is told";
            case DECIDE_DUTY -> "decide on a duty to notify";
            case DRAFT -> "write drafts";
            case RELEASE -> "release drafts";
            case REVIEW -> "write the post-mortem";
            case ACTION -> "handle action items";
            case DRILL -> "run a drill";
            case REPORT -> "have the control report made";
            case CHANGE_ON_CALL -> "change who is on call";
        };
    }

    private static Optional<Act> act(IncidentCommand command) {
        return switch (command) {
            case IncidentCommand.Declare ignored -> Optional.empty();
            case IncidentCommand.Acknowledge ignored -> Optional.of(Act.ACKNOWLEDGE);
            case IncidentCommand.Confirm ignored -> Optional.of(Act.CONFIRM);
            case IncidentCommand.Classify ignored -> Optional.of(Act.CONFIRM);
            case IncidentCommand.Dismiss ignored -> Optional.of(Act.DISMISS);
            case IncidentCommand.ChangeSeverity ignored -> Optional.of(Act.CHANGE_SEVERITY);
            case IncidentCommand.StartPhase ignored -> Optional.of(Act.MOVE_PHASE);
            case IncidentCommand.FinishPhase ignored -> Optional.of(Act.MOVE_PHASE);
            case IncidentCommand.Tick ignored -> Optional.of(Act.TICK);
            case IncidentCommand.Untick ignored -> Optional.of(Act.TICK);
            case IncidentCommand.AssignRole ignored -> Optional.of(Act.ASSIGN);
            case IncidentCommand.PostUpdate ignored -> Optional.of(Act.UPDATE);
            case IncidentCommand.AddNote ignored -> Optional.of(Act.NOTE);
            case IncidentCommand.Snooze ignored -> Optional.of(Act.SNOOZE);
            case IncidentCommand.Escalate ignored -> Optional.of(Act.ESCALATE);
            case IncidentCommand.Page ignored -> Optional.of(Act.ESCALATE);
            case IncidentCommand.Resolve ignored -> Optional.of(Act.RESOLVE);
            case IncidentCommand.Reopen ignored -> Optional.of(Act.REOPEN);
            case IncidentCommand.Close ignored -> Optional.of(Act.CLOSE);
            case IncidentCommand.Ring ignored -> Optional.empty();
            case IncidentCommand.RecordRoom ignored -> Optional.empty();
            case IncidentCommand.RecordRoomRefused ignored -> Optional.empty();
            case IncidentCommand.Join ignored -> Optional.empty();
            case TaskCommand c -> c.act();
            case DossierCommand c -> c.act();
        };
    }
}
