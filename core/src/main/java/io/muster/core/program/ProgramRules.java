package io.muster.core.program;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.Moment;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.policy.ProgramDuty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** May we? What becomes of the program's promises when somebody acts on them. */
public final class ProgramRules {
    private ProgramRules() {}

    /**
     * Decides.
     *
     * @param moment holds the policy in force, and who asks
     */
    public static ProgramDecision decide(Program program, ProgramCommand command, Moment moment) {
        return switch (command) {
            case ProgramCommand.Adopt ignored ->
                    new ProgramDecision.Accepted(ProgramAdoption.events(program, moment));
            case ProgramCommand.RecordReview c -> review(program, c, moment);
            case ProgramCommand.AskReport c -> ReportRules.ask(c, moment);
            case ProgramCommand.OverrideOnCall c -> OverrideRules.override(program, c, moment);
            case ProgramCommand.CancelOverride c -> OverrideRules.cancel(program, c, moment);
            case ProgramCommand.AnnounceMaintenance c -> MaintenanceRules.announce(c, moment);
            case ProgramCommand.CallOffMaintenance c -> MaintenanceRules.callOff(c, moment);
            case ProgramCommand.Ring c -> ProgramBell.ring(program, c.duty(), moment);
        };
    }

    private static ProgramDecision review(
            Program program, ProgramCommand.RecordReview command, Moment moment) {
        Optional<Obligation> open =
                program.obligations().find(command.duty()).filter(Obligation::isOpen);
        if (open.isEmpty()) {
            return ProgramDecision.refuse("That is recorded already; nothing is owed there.");
        }
        Obligation duty = open.get();
        Optional<Phrase> notYours = notYours(duty, moment);
        if (notYours.isPresent()) {
            return new ProgramDecision.Refused(notYours.get());
        }
        Optional<String> drill =
                ProgramSchedule.duty(duty.id(), moment).flatMap(ProgramDuty::drill);
        if (drill.isPresent()) {
            return new ProgramDecision.Refused(
                    Phrase.of(duty.title() + " is done by running a drill: ")
                            .code("/incident drill " + drill.get())
                            .say("."));
        }
        if (command.minutes().isBlank()) {
            return ProgramDecision.refuse("Say what came of it: an auditor will ask.");
        }
        Instant held = command.held().orElse(moment.now());
        if (held.isAfter(moment.now())) {
            return ProgramDecision.refuse("That is still to come. Record it when it was held.");
        }
        if (held.isBefore(duty.anchor())) {
            return new ProgramDecision.Refused(
                    Phrase.of("That was before this turn began, on ")
                            .at(duty.anchor())
                            .say(", so it cannot stand for it."));
        }
        return new ProgramDecision.Accepted(
                done(
                        program,
                        duty,
                        held,
                        command.minutes(),
                        command.link(),
                        Optional.empty(),
                        moment));
    }

    /** Whoever owes it records it; where nobody holds that role, anybody does. */
    private static Optional<Phrase> notYours(Obligation duty, Moment moment) {
        List<PersonId> owners = moment.roster().holders(duty.owner());
        boolean may =
                owners.isEmpty()
                        || moment.by()
                                .person()
                                .filter(p ->
                                        owners.contains(p) || moment.roster().admins().contains(p))
                                .isPresent();
        return may
                ? Optional.empty()
                : Optional.of(
                        Phrase.of(
                                        duty.title()
                                                + " is owed by the "
                                                + moment.policy().titleOf(duty.owner())
                                                + ", who records it. Ask ")
                                .who(owners.getFirst())
                                .say("."));
    }

    /** It was done; what comes in turns comes again, counted from then. */
    static List<ProgramEvent> done(
            Program program,
            Obligation duty,
            Instant held,
            FreeText minutes,
            FreeText link,
            Optional<IncidentId> drill,
            Moment moment) {
        Optional<Obligation> next =
                ProgramSchedule.duty(duty.id(), moment)
                        .flatMap(rule -> next(rule, duty.id(), held, moment));
        List<ProgramEvent> events = new ArrayList<>();
        events.add(
                new ProgramEvent.PlanDutyMet(
                        duty.id(),
                        duty.title(),
                        duty.due(),
                        held.isAfter(duty.due()),
                        held,
                        minutes,
                        link,
                        drill,
                        next.map(Obligation::due)));
        next.ifPresent(
                o -> events.add(new ProgramEvent.PlanDutyOwed(o, Optional.empty(), List.of())));
        return events;
    }

    private static Optional<Obligation> next(
            ProgramDuty rule, ObligationId last, Instant held, Moment moment) {
        return rule.rhythm() instanceof ProgramDuty.Rhythm.Every(var every, var first)
                ? Optional.of(
                        ProgramSchedule.promise(rule, last.next(), held, every, moment.policy()))
                : Optional.empty();
    }
}
