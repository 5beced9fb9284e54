package io.muster.core.report;

import io.muster.core.Phrase;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.Policy;
import io.muster.core.policy.RecordKind;
import io.muster.core.program.ProgramEvent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What of the plan itself was done late or not at all. */
final class PlanDeviations {
    private final PlanFile plan;
    private final Policy policy;

    private PlanDeviations(PlanFile plan, Policy policy) {
        this.plan = plan;
        this.policy = policy;
    }

    /**
     * @param policy tells what is done by a drill
     */
    static List<Deviation> of(PlanFile plan, Policy policy, Period period, Instant asOf) {
        PlanDeviations deviations = new PlanDeviations(plan, policy);
        List<Deviation> found = new ArrayList<>();
        for (Obligation promise : plan.program().obligations().all().values()) {
            if (promise.state() != Obligation.State.DROPPED
                    && promise.late(asOf)
                    && Deviations.inThePeriod(promise, period, asOf)) {
                deviations.late(promise).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Deviation> late(Obligation promise) {
        Phrase due = Phrase.EMPTY.strong(promise.title()).say(", due ").at(promise.due());
        boolean open = promise.isOpen();
        return newest(promise)
                .map(where ->
                        new Deviation(
                                open ? Deviation.Sort.OVERDUE : Deviation.Sort.LATE,
                                Set.of(isDrill(promise) ? RecordKind.DRILLS : RecordKind.PLAN),
                                where,
                                open
                                        ? due.say(", still owed")
                                        : due.say(", held ")
                                                .at(promise.settled().orElse(promise.due()))));
    }

    private boolean isDrill(Obligation promise) {
        return policy.program().stream()
                .filter(duty -> promise.id().clock().equals(duty.name()))
                .anyMatch(duty -> duty.drill().isPresent());
    }

    private Optional<Reference> newest(Obligation promise) {
        return plan.story().reversed().stream()
                .filter(t ->
                        switch (t.happened().event()) {
                            case ProgramEvent.PlanDutyOwed e ->
                                    e.obligation().id().equals(promise.id());
                            case ProgramEvent.PlanDutyMet e -> e.id().equals(promise.id());
                            default -> false; // reminders neither keep nor break a promise
                        })
                .findFirst()
                .map(PlanFile::reference);
    }
}
