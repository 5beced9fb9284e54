package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.drill.DrillPlan;
import io.muster.core.drill.Exercise;
import io.muster.core.drill.Inject;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.obligation.Rung;
import io.muster.core.policy.Role;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What only a drill can do. Everything else in it follows the rules of an incident. */
final class DrillRules {
    private DrillRules() {}

    /** A declaration, with the plan of the drill if it is one. */
    static Decision planned(
            IncidentCommand.Declare command, Moment moment, IncidentEvent.Declared declared) {
        if (command.plan().isEmpty()) {
            return Decision.accept(declared);
        }
        DrillPlan plan = command.plan().get();
        if (!command.drill()) {
            return Decision.refuse("Only a drill has injects and a pace. Declare it as a drill.");
        }
        if (plan.pace() < 1 || plan.pace() > DrillPlan.FASTEST) {
            return Decision.refuse(
                    "Time in a drill can run 1 to " + DrillPlan.FASTEST + " times as fast.");
        }
        if (plan.injects().size() > DrillPlan.MOST_INJECTS) {
            return Decision.refuse("A drill bears " + DrillPlan.MOST_INJECTS + " injects at most.");
        }
        List<IncidentEvent> events = new ArrayList<>();
        events.add(declared);
        events.add(new DrillEvent.DrillPlanned(plan.kind(), plan.pace(), inOrder(plan)));
        events.addAll(waiting(plan, moment));
        return new Decision.Accepted(events);
    }

    static Decision decide(Incident incident, DrillCommand command, Moment moment) {
        if (!incident.header().drill()) {
            return Decision.refuse(
                    Phrase.of(incident.id() + " is no drill. To start one: ")
                            .code("/incident drill")
                            .say("."));
        }
        return switch (command) {
            case DrillCommand.PlayInject c -> play(incident, c);
            case DrillCommand.RecordFinding c -> find(incident, c);
            case DrillCommand.Conclude c -> conclude(incident, c, moment);
        };
    }

    /** Whether this promise is an inject that waits for its time. */
    static boolean isInject(ObligationId id) {
        return id.clock().equals(Exercise.INJECT);
    }

    /** The time of a planned inject has come. */
    static Decision ring(Incident incident, IncidentCommand.Ring command, Moment moment) {
        Optional<Obligation> waiting =
                incident.obligations().find(command.obligation()).filter(Obligation::isOpen);
        if (waiting.isEmpty()) {
            return Decision.refuse("That inject was played.");
        }
        Obligation inject = waiting.get();
        if (inject.due().isAfter(moment.now())) {
            return Decision.refuse("That inject is not due yet.");
        }
        FreeText text = incident.dossier().exercise().planned().get(inject.id().turn() - 1).text();
        return Decision.accept(
                new DrillEvent.InjectPlayed(true, text),
                new IncidentEvent.ObligationMet(inject.id(), inject.title(), inject.due(), false));
    }

    /** A drill that is not concluded proves nothing, so it is not closed like an incident. */
    static boolean wantsItsReport(Incident incident) {
        return incident.header().drill() && incident.dossier().exercise().conclusion().isEmpty();
    }

    static Decision reportFirst(Incident incident) {
        return Decision.refuse(
                Phrase.of(
                                incident.id()
                                        + " is a drill, and a drill ends with what was tested and what"
                                        + " came of it. Press ")
                        .strong("End the drill")
                        .say(" on its card, or type ")
                        .code("/incident drill end")
                        .say("; that closes it, without the stability watch."));
    }

    /** Injects that will not be played any more. */
    static List<IncidentEvent> leftOver(Incident incident) {
        return incident.obligations().open().stream()
                .filter(o -> isInject(o.id()))
                .<IncidentEvent>map(o ->
                        new IncidentEvent.ObligationDropped(o.id(), o.title(), "the drill is over"))
                .toList();
    }

    private static Decision play(Incident incident, DrillCommand.PlayInject command) {
        if (incident.status().isOver()) {
            return LifecycleRules.over(incident);
        }
        return command.text().isBlank()
                ? sayWhat("inject", "The backup of last night is empty")
                : Decision.accept(new DrillEvent.InjectPlayed(false, command.text()));
    }

    private static Decision find(Incident incident, DrillCommand.RecordFinding command) {
        int number = incident.dossier().exercise().findings().size() + 1;
        return command.text().isBlank()
                ? sayWhat("finding", "Nobody knew where the runbook is")
                : Decision.accept(new DrillEvent.DrillFindingRecorded(number, command.text()));
    }

    private static Decision sayWhat(String verb, String example) {
        return Decision.refuse(
                Phrase.of("Say it in the same line: ")
                        .code("/incident drill " + verb + " " + example)
                        .say("."));
    }

    private static Decision conclude(
            Incident incident, DrillCommand.Conclude command, Moment moment) {
        if (incident.dossier().exercise().conclusion().isPresent()) {
            return Decision.refuse(incident.id() + " has its report already.");
        }
        if (incident.status() == Status.DISMISSED) {
            return LifecycleRules.over(incident);
        }
        if (command.tested().isBlank()) {
            return Decision.refuse("Say what was tested: that is what an auditor asks first.");
        }
        if (command.result().isBlank()) {
            return Decision.refuse("Say what came of it.");
        }
        List<IncidentEvent> events = new ArrayList<>();
        if (incident.status().isActive()) {
            events.addAll(LifecycleRules.confirmedBy(incident, "ending the drill"));
            events.add(new IncidentEvent.Resolved(FreeText.NONE));
        }
        events.add(concluded(incident, command));
        if (incident.status() != Status.CLOSED) {
            events.addAll(PhaseRules.finishAll(incident, moment));
            events.add(
                    new IncidentEvent.Closed(new FreeText("the drill is over"), Optional.empty()));
        }
        return new Decision.Accepted(events);
    }

    private static IncidentEvent concluded(Incident incident, DrillCommand.Conclude command) {
        return new DrillEvent.DrillConcluded(
                command.verdict(),
                command.kind(),
                command.tested(),
                command.result(),
                command.actions(),
                incident.crew().met().stream()
                        .sorted(Comparator.comparing(Object::toString))
                        .toList());
    }

    private static List<Inject> inOrder(DrillPlan plan) {
        return plan.injects().stream().sorted(Comparator.comparing(Inject::after)).toList();
    }

    private static List<IncidentEvent> waiting(DrillPlan plan, Moment moment) {
        List<IncidentEvent> events = new ArrayList<>();
        ObligationId id = ObligationId.first(Exercise.INJECT);
        for (Inject inject : inOrder(plan)) {
            events.add(new IncidentEvent.ObligationOpened(waiting(id, inject, moment)));
            id = id.next();
        }
        return events;
    }

    private static Obligation waiting(ObligationId id, Inject inject, Moment moment) {
        Instant at = moment.now().plus(inject.after());
        return Obligation.open(
                id,
                "Inject " + id.turn(),
                Role.COMMANDER,
                moment.policy().calendars().keySet().iterator().next(),
                moment.now(),
                at,
                Optional.empty(),
                List.of(new Rung(at, List.of(), Optional.empty())));
    }
}
