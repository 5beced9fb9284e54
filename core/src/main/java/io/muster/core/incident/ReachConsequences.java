package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.calendar.CalendarName;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.obligation.Rung;
import io.muster.core.policy.ClockRule;
import io.muster.core.policy.Role;
import io.muster.core.policy.RoleName;
import io.muster.core.reach.PlannedStep;
import io.muster.core.reach.Reaches;
import io.muster.core.roster.ReachStep;
import io.muster.core.roster.Way;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whoever is called is tried by their other ways until somebody acknowledges. Each step is a
 * promise with its time, so that it survives a crash and happens once.
 */
final class ReachConsequences {
    private static final CalendarName ELAPSED = new CalendarName("elapsed");

    private final Unfolding unfolding;
    private final Moment moment;

    private ReachConsequences(Unfolding unfolding) {
        this.unfolding = unfolding;
        this.moment = unfolding.moment();
    }

    static void follow(Unfolding unfolding) {
        ReachConsequences consequences = new ReachConsequences(unfolding);
        consequences.stopWhatWasAnswered();
        consequences.planForThoseCalled();
        OutsiderConsequences.follow(unfolding);
        WebhookConsequences.follow(unfolding);
    }

    /**
     * An acknowledgment by anybody stops all that was planned before it; whatever somebody does
     * here shows that they are awake; and when it is over nobody is woken any more.
     */
    private void stopWhatWasAnswered() {
        boolean all =
                !incident().status().isActive()
                        || unfolding.events().stream()
                                .anyMatch(IncidentEvent.Acknowledged.class::isInstance);
        Set<PersonId> seen =
                unfolding.events().stream()
                        .filter(AudienceEvent.AudienceSeen.class::isInstance)
                        .map(e -> ((AudienceEvent.AudienceSeen) e).person())
                        .collect(Collectors.toSet());
        for (Obligation step : openSteps()) {
            PersonId person = personOf(step);
            boolean awake = seen.contains(person) || moment.by().person().equals(who(person));
            if (all || awake) {
                unfolding.happens(
                        new IncidentEvent.ObligationDropped(
                                step.id(), step.title(), all ? why() : "they answered"));
            }
        }
    }

    private static Optional<PersonId> who(PersonId person) {
        return Optional.of(person);
    }

    private String why() {
        return incident().status().isActive() ? "acknowledged" : "nobody has to be woken any more";
    }

    private List<Obligation> openSteps() {
        return incident().obligations().open().stream()
                .filter(o -> Reaches.isStep(o.id()))
                .toList();
    }

    private PersonId personOf(Obligation step) {
        return incident().dossier().reaches().planOf(step.id()).orElseThrow().person();
    }

    private void planForThoseCalled() {
        for (IncidentEvent event : unfolding.events()) {
            switch (event) {
                case IncidentEvent.RolePaged e ->
                        e.people().forEach(p -> plan(p, e.role(), e.title()));
                case IncidentEvent.ObligationRang e when isCall(e) ->
                        e.told()
                                .forEach(told ->
                                        told.people()
                                                .forEach(p ->
                                                        plan(
                                                                p,
                                                                told.target().role(),
                                                                told.title())));
                default -> {} // calls nobody
            }
        }
    }

    /** A missed acknowledgment calls people as a page does. */
    static boolean isCall(IncidentEvent.ObligationRang e) {
        return e.id().clock().equals(ClockRule.ACKNOWLEDGMENT);
    }

    private void plan(PersonId person, RoleName role, String title) {
        List<ReachStep> ways = waysTo(person);
        boolean underWay = openSteps().stream().anyMatch(o -> personOf(o).equals(person));
        boolean themselves = moment.by().person().equals(who(person));
        if (ways.isEmpty()
                || underWay
                || themselves
                || !incident().status().isActive()
                || wasTriedJustNow(person)) {
            return;
        }
        List<PlannedStep> steps = steps(person, ways);
        unfolding.happens(new ReachEvent.ReachPlanned(person, role, title, steps));
        Reaches.Plan plan = incident().dossier().reaches().plans().getLast();
        for (PlannedStep step : steps) {
            if (step.at().isAfter(moment.now())) {
                unfolding.happens(new IncidentEvent.ObligationOpened(promise(step)));
            } else {
                unfolding.happens(ReachRules.order(incident(), step.way(), plan));
            }
        }
    }

    /** In a drill other people's products stay silent; the mail to a member of the team goes. */
    private List<ReachStep> waysTo(PersonId person) {
        return moment.roster().reach().beyondChat(person).stream()
                .filter(step ->
                        !incident().header().drill() || step.way().kind() != Way.Kind.WEBHOOK)
                .toList();
    }

    /** Somebody who is called in two roles by one decision is tried once. */
    private boolean wasTriedJustNow(PersonId person) {
        return incident().dossier().reaches().plans().stream()
                .anyMatch(p -> p.person().equals(person) && p.made().equals(moment.now()));
    }

    private List<PlannedStep> steps(PersonId person, List<ReachStep> ways) {
        int turn =
                incident().dossier().reaches().plans().stream()
                        .filter(p -> p.person().equals(person))
                        .mapToInt(p -> p.steps().size())
                        .sum();
        List<PlannedStep> steps = new ArrayList<>();
        for (ReachStep way : ways) {
            steps.add(
                    new PlannedStep(
                            new ObligationId(Reaches.clock(person), ++turn),
                            way.way(),
                            moment.now().plus(way.after())));
        }
        return steps;
    }

    private Obligation promise(PlannedStep step) {
        Instant at = step.at();
        return Obligation.open(
                step.promise(),
                "Page again, by " + step.way().words(),
                Role.COMMANDER,
                ELAPSED,
                moment.now(),
                at,
                Optional.empty(),
                List.of(new Rung(at, List.of(), Optional.empty())));
    }

    private Incident incident() {
        return unfolding.incident();
    }
}
