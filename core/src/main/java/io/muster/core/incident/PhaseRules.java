package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.checklist.Tick;
import io.muster.core.policy.Act;
import io.muster.core.policy.Guard;
import io.muster.core.policy.Item;
import io.muster.core.policy.ItemName;
import io.muster.core.policy.Milestone;
import io.muster.core.policy.Phase;
import io.muster.core.policy.PhaseName;
import io.muster.core.policy.Policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Workstreams that overlap, and their checklists. */
final class PhaseRules {
    private PhaseRules() {}

    static Decision start(Incident incident, IncidentCommand.StartPhase command, Moment moment) {
        Optional<Phase> phase = moment.policy().phase(command.phase());
        if (phase.isEmpty()) {
            return unknown(command.phase(), moment.policy());
        }
        if (incident.status() == Status.DISMISSED) {
            return LifecycleRules.over(incident);
        }
        Optional<Workstream> running =
                incident.phases().find(command.phase()).filter(Workstream::isRunning);
        if (running.isPresent()) {
            String ago = Spoken.length(Duration.between(running.get().startedAt(), moment.now()));
            return Decision.refuse(phase.get().title() + " has been running for " + ago + ".");
        }
        Optional<Milestone> undone = undoneBy(phase.get(), incident);
        if (undone.isPresent() && !incident.status().isActive()) {
            return cameBack(incident, phase.get(), undone.get());
        }
        GateRules.Attempt attempt = starting(phase.get());
        List<Gates.Closed> closed = Gates.missing(incident, moment.policy(), attempt.act());
        Optional<Decision> refusal =
                GateRules.refusal(incident, closed, attempt, command.override(), moment);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<IncidentEvent> events =
                phase.get().startsByItself()
                        ? new ArrayList<>()
                        : LifecycleRules.confirmedBy(incident, "starting " + phase.get().title());
        events.addAll(GateRules.overridden(closed, attempt, command.override()));
        events.add(new IncidentEvent.PhaseStarted(command.phase(), phase.get().title(), undone));
        return new Decision.Accepted(events);
    }

    /** Whoever has to restore it again says that it broke again: what was stable is not. */
    static Optional<Milestone> undoneBy(Phase phase, Incident incident) {
        boolean again = incident.phases().find(phase.name()).isPresent();
        return phase.reaches()
                .filter(Milestone.RESTORED::equals)
                .filter(milestone -> again && incident.milestones().has(milestone));
    }

    private static Decision cameBack(Incident incident, Phase phase, Milestone undone) {
        return Decision.refuse(
                Phrase.of(phase.title() + " is finished, and " + incident.id() + " counts as ")
                        .say(undone.word() + " since then. If it broke again: ")
                        .code("/incident reopen <reason>")
                        .say("."));
    }

    static Decision finish(Incident incident, IncidentCommand.FinishPhase command, Moment moment) {
        Optional<Phase> phase = moment.policy().phase(command.phase());
        if (phase.isEmpty()) {
            return unknown(command.phase(), moment.policy());
        }
        if (!incident.phases().isRunning(command.phase())) {
            return Decision.refuse(notRunning(incident, phase.get()));
        }
        List<Item> missing = Gates.required(incident, phase.get());
        if (!missing.isEmpty() && command.override().isBlank()) {
            return stillOpen(phase.get(), missing);
        }
        GateRules.Attempt attempt = finishing(phase.get());
        List<Gates.Closed> closed = Gates.missing(incident, moment.policy(), attempt.act());
        Optional<Decision> refusal =
                missing.isEmpty()
                        ? GateRules.refusal(incident, closed, attempt, command.override(), moment)
                        : AccessRules.refusal(incident, Act.OVERRIDE, moment);
        return refusal.orElseGet(
                () -> past(phase.get(), missing, closed, attempt, command.override()));
    }

    private static Decision past(
            Phase phase,
            List<Item> missing,
            List<Gates.Closed> closed,
            GateRules.Attempt attempt,
            FreeText override) {
        List<IncidentEvent> events =
                new ArrayList<>(GateRules.overridden(closed, attempt, override));
        events.add(finished(phase, missing, missing.isEmpty() ? FreeText.NONE : override));
        return new Decision.Accepted(events);
    }

    /**
     * Every phase that still runs ends when the file is shut; what was left open is written down.
     */
    static List<IncidentEvent> finishAll(Incident incident, Moment moment) {
        List<IncidentEvent> events = new ArrayList<>();
        for (Phase phase : moment.policy().phases()) {
            if (incident.phases().isRunning(phase.name())) {
                List<Item> missing = leftOpen(incident, phase, moment.policy());
                FreeText why =
                        missing.isEmpty() ? FreeText.NONE : new FreeText("the incident was closed");
                events.add(finished(phase, missing, why));
            }
        }
        return events;
    }

    static Decision tick(Incident incident, IncidentCommand.Tick command, Moment moment) {
        Optional<Item> item = moment.policy().item(command.item());
        if (item.isEmpty()) {
            return TaskRules.noSuchItem(command.item(), moment.policy());
        }
        if (incident.status() == Status.DISMISSED) {
            return LifecycleRules.over(incident);
        }
        Optional<Tick> done = incident.checklists().tick(command.item());
        if (done.isPresent()) {
            return Decision.refuse(tickedAlready(done.get(), moment));
        }
        GateRules.Attempt attempt = ticking(item.get());
        List<Gates.Closed> closed = Gates.missingToTick(incident, moment.policy(), command.item());
        Optional<Decision> refusal =
                GateRules.refusal(incident, closed, attempt, command.override(), moment);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<IncidentEvent> events =
                new ArrayList<>(GateRules.overridden(closed, attempt, command.override()));
        events.add(new IncidentEvent.ItemTicked(command.item(), item.get().text(), false));
        return new Decision.Accepted(events);
    }

    static Decision untick(Incident incident, IncidentCommand.Untick command, Moment moment) {
        Optional<Item> item = moment.policy().item(command.item());
        if (item.isEmpty()) {
            return TaskRules.noSuchItem(command.item(), moment.policy());
        }
        if (incident.status() == Status.DISMISSED) {
            return LifecycleRules.over(incident);
        }
        if (!incident.checklists().settled(command.item())) {
            return Decision.refuse("That item is open already.");
        }
        return Decision.accept(new IncidentEvent.ItemUnticked(command.item(), item.get().text()));
    }

    private static IncidentEvent finished(Phase phase, List<Item> missing, FreeText override) {
        List<ItemName> leftOpen = missing.stream().map(Item::name).toList();
        return new IncidentEvent.PhaseFinished(
                phase.name(), phase.title(), phase.reaches(), leftOpen, override);
    }

    /** What a phase that ends with the incident should have waited for. */
    private static List<Item> leftOpen(Incident incident, Phase phase, Policy policy) {
        Set<Item> open = new LinkedHashSet<>(Gates.required(incident, phase));
        Gates.missing(incident, policy, new Guard.Finishing(phase.name()))
                .forEach(closed -> open.addAll(closed.missing()));
        return List.copyOf(open);
    }

    private static GateRules.Attempt starting(Phase phase) {
        return new GateRules.Attempt(
                new Guard.Starting(phase.name()),
                phase.title() + " cannot be started",
                "starting " + phase.title(),
                "/incident phase " + phase.name() + " start");
    }

    private static GateRules.Attempt finishing(Phase phase) {
        return new GateRules.Attempt(
                new Guard.Finishing(phase.name()),
                phase.title() + " cannot be finished",
                "finishing " + phase.title(),
                "/incident phase " + phase.name() + " done");
    }

    private static GateRules.Attempt ticking(Item item) {
        return new GateRules.Attempt(
                new Guard.Ticking(item.name()),
                "“" + item.text() + "” cannot be ticked",
                "ticking “" + item.text() + "”",
                "/incident task done " + item.name());
    }

    private static Decision stillOpen(Phase phase, List<Item> missing) {
        Phrase phrase = Phrase.of(phase.title() + " cannot be finished yet. Still open: ");
        for (int i = 0; i < missing.size(); i++) {
            phrase = phrase.say(i == 0 ? "" : "; ").strong(missing.get(i).text());
        }
        return Decision.refuse(
                phrase.say(". The commander may finish it with ")
                        .code("/incident phase " + phase.name() + " done override: <reason>")
                        .say("; the reason stays in the record."));
    }

    private static String notRunning(Incident incident, Phase phase) {
        return incident.phases().find(phase.name()).isPresent()
                ? phase.title() + " is finished already."
                : phase.title() + " has not been started.";
    }

    private static Phrase tickedAlready(Tick tick, Moment moment) {
        Phrase phrase = Phrase.of("That item was ticked");
        Phrase by = tick.by().person().map(p -> phrase.say(" by ").who(p)).orElse(phrase);
        String ago = Spoken.length(Duration.between(tick.at(), moment.now()));
        return by.say(" " + ago + " ago.");
    }

    private static Decision unknown(PhaseName phase, Policy policy) {
        return Decision.refuse(
                "\""
                        + phase
                        + "\" is not a phase here. Phases: "
                        + String.join(
                                ", ",
                                policy.phases().stream()
                                        .map(p -> p.name() + " (" + p.title() + ")")
                                        .toList())
                        + ".");
    }
}
