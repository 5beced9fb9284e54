package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.obligation.Rung;
import io.muster.core.policy.ClockName;
import io.muster.core.policy.Role;
import io.muster.core.policy.Target;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The clock knocks, or somebody asks it to be quiet for a while. */
final class ObligationRules {
    private static final Duration SHORTEST_SNOOZE = Duration.ofMinutes(1);
    private static final Duration LONGEST_SNOOZE = Duration.ofHours(4);

    private ObligationRules() {}

    static Decision snooze(Incident incident, IncidentCommand.Snooze command, Moment moment) {
        Optional<Obligation> obligation =
                incident.obligations().find(command.obligation()).filter(Obligation::isOpen);
        if (obligation.isEmpty()) {
            return Decision.refuse("That is done already; there is nothing to snooze.");
        }
        if (obligation.get().snoozed()) {
            return Decision.refuse(
                    obligation.get().title()
                            + " has been snoozed once, and once is all: it is due and others wait.");
        }
        if (command.length().compareTo(SHORTEST_SNOOZE) < 0
                || command.length().compareTo(LONGEST_SNOOZE) > 0) {
            return Decision.refuse("A reminder can be snoozed for 1 minute to 4 hours.");
        }
        return Decision.accept(
                new IncidentEvent.ObligationSnoozed(
                        command.obligation(),
                        obligation.get().title(),
                        moment.now().plus(command.length())));
    }

    /**
     * Speaks every rung whose time has come, as one: after a night without power nobody wants
     * twelve reminders of the same thing. A repeating promise whose next turn has come is missed,
     * and the turn that is due by now is opened.
     */
    static Decision ring(Incident incident, IncidentCommand.Ring command, Moment moment) {
        Optional<Obligation> found =
                incident.obligations().find(command.obligation()).filter(Obligation::isOpen);
        if (found.isEmpty()) {
            return Decision.refuse("That promise is settled.");
        }
        Obligation obligation = found.get();
        if (obligation.next().filter(next -> !next.isAfter(moment.now())).isEmpty()) {
            return Decision.refuse("That promise is not due yet.");
        }
        List<IncidentEvent> events = new ArrayList<>();
        Obligation current = obligation;
        if (obligation.lapses().filter(l -> !l.isAfter(moment.now())).isPresent()) {
            current = nextTurn(obligation, moment.now(), events);
        }
        if (current.next().filter(next -> !next.isAfter(moment.now())).isPresent()) {
            IncidentEvent.ObligationRang rang = rang(incident, current, moment);
            events.addAll(Discretion.callsBefore(incident, rang));
            events.add(rang);
        }
        return new Decision.Accepted(events);
    }

    private static Obligation nextTurn(Obligation missed, Instant now, List<IncidentEvent> events) {
        Duration period = Duration.between(missed.due(), missed.lapses().orElseThrow());
        long turns = Duration.between(missed.due(), now).dividedBy(period);
        Instant due = missed.due().plus(period.multipliedBy(turns));
        Duration shift = Duration.between(missed.due(), due);
        List<Rung> rungs =
                missed.rungs().stream()
                        .map(r -> new Rung(r.at().plus(shift), r.tell(), r.every()))
                        .toList();
        Obligation next =
                Obligation.open(
                        missed.id().next(),
                        missed.title(),
                        missed.owner(),
                        missed.calendar(),
                        due.minus(period),
                        due,
                        Optional.of(due.plus(period)),
                        rungs);
        events.add(
                new IncidentEvent.ObligationMissed(
                        missed.id(), missed.title(), missed.due(), Math.toIntExact(turns)));
        events.add(new IncidentEvent.ObligationOpened(next));
        return next;
    }

    private static IncidentEvent.ObligationRang rang(
            Incident incident, Obligation obligation, Moment moment) {
        int spoken = Math.max(obligation.rungsDue(moment.now()), Math.max(1, obligation.rung()));
        Optional<Rung> rung =
                obligation.rungs().isEmpty()
                        ? Optional.empty()
                        : Optional.of(obligation.rungs().get(spoken - 1));
        return new IncidentEvent.ObligationRang(
                obligation.id(),
                obligation.title(),
                obligation.due(),
                obligation.late(moment.now()),
                spoken,
                rung.filter(r -> escalates(r, obligation)).isPresent(),
                told(
                        incident,
                        rung.map(r -> Discretion.meant(incident, obligation, r, moment))
                                .orElse(List.of()),
                        moment));
    }

    /** The rung that is due is done with otherwise, and nobody has to be reminded. */
    static IncidentEvent rangForNobody(Obligation obligation, Moment moment) {
        return new IncidentEvent.ObligationRang(
                obligation.id(),
                obligation.title(),
                obligation.due(),
                obligation.late(moment.now()),
                Math.max(obligation.rungsDue(moment.now()), Math.max(1, obligation.rung())),
                false,
                List.of());
    }

    /** It is no longer a reminder: the time is up, or somebody else than the owner is told. */
    private static boolean escalates(Rung rung, Obligation obligation) {
        boolean toTheOwner = rung.tell().contains(Target.onDuty(obligation.owner()));
        return rung.at().isAfter(obligation.due())
                || (rung.at().equals(obligation.due()) && !toTheOwner);
    }

    /** Nobody at all would be silence: then whoever commands, or whoever declared it, is told. */
    private static List<IncidentEvent.Told> told(
            Incident incident, List<Target> targets, Moment moment) {
        List<IncidentEvent.Told> told = new ArrayList<>();
        for (Target target : targets) {
            told.add(
                    new IncidentEvent.Told(
                            target,
                            title(target, moment),
                            Reachable.people(target, incident, moment.roster())));
        }
        if (told.stream().allMatch(t -> t.people().isEmpty())) {
            lastResort(incident)
                    .ifPresent(person ->
                            told.add(
                                    new IncidentEvent.Told(
                                            Target.onDuty(Role.COMMANDER),
                                            "whoever leads this",
                                            List.of(person))));
        }
        return told;
    }

    private static Optional<PersonId> lastResort(Incident incident) {
        return incident.commander().or(() -> incident.header().declaredBy().person());
    }

    private static String title(Target target, Moment moment) {
        String title = moment.policy().titleOf(target.role());
        return target.next() == 0 ? title : "next " + title;
    }

    /** The first turn of a clock, or the one after the latest. */
    static ObligationId turnAfter(Optional<Obligation> latest, ClockName clock) {
        return latest.map(o -> o.id().next()).orElseGet(() -> ObligationId.first(clock));
    }
}
