package io.muster.core.program;

import io.muster.core.incident.Moment;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.policy.Document;
import io.muster.core.policy.Policy;
import io.muster.core.policy.ProgramDuty;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text of the plan comes into force. What it asks for anew is owed from now; what it asks for
 * otherwise keeps its start and gets its new deadline; what it no longer asks for is dropped.
 */
final class ProgramAdoption {
    private final Program program;
    private final Moment moment;
    private final List<ProgramEvent> events = new ArrayList<>();

    private ProgramAdoption(Program program, Moment moment) {
        this.program = program;
        this.moment = moment;
    }

    /** Nothing happens if the text is in force already. */
    static List<ProgramEvent> events(Program program, Moment moment) {
        Policy policy = moment.policy();
        return program.policy().filter(policy.version()::equals).isPresent()
                ? List.of()
                : new ProgramAdoption(program, moment).events();
    }

    private List<ProgramEvent> events() {
        Policy policy = moment.policy();
        Document document = policy.document();
        events.add(
                new ProgramEvent.PlanAdopted(
                        policy.version(),
                        document.id(),
                        document.version(),
                        document.date(),
                        document.owner(),
                        program.policy()));
        policy.program().forEach(this::hold);
        program.obligations().open().stream()
                .filter(o -> ProgramSchedule.duty(o.id(), moment).isEmpty())
                .forEach(o -> events.add(new ProgramEvent.PlanDutyDropped(o.id(), o.title())));
        return List.copyOf(events);
    }

    private void hold(ProgramDuty duty) {
        Optional<Obligation> open = program.obligations().open(duty.name());
        switch (duty.rhythm()) {
            case ProgramDuty.Rhythm.Every(Period every, Period first) -> {
                if (open.isEmpty()) {
                    owe(duty, first);
                } else {
                    Period period = open.get().id().turn() == 1 ? first : every;
                    revise(
                            open.get(),
                            ProgramSchedule.promise(
                                    duty,
                                    open.get().id(),
                                    open.get().anchor(),
                                    period,
                                    moment.policy()));
                }
            }
            // What an incident made necessary keeps the deadline that it was given.
            case ProgramDuty.Rhythm.After ignored ->
                    open.ifPresent(o ->
                            revise(o, ProgramSchedule.promise(duty, o.id(), o.anchor(), o.due())));
        }
    }

    private void owe(ProgramDuty duty, Period first) {
        ObligationId id =
                program.obligations()
                        .latest(duty.name())
                        .map(last -> last.id().next())
                        .orElseGet(() -> ObligationId.first(duty.name()));
        events.add(
                new ProgramEvent.PlanDutyOwed(
                        ProgramSchedule.promise(duty, id, moment.now(), first, moment.policy()),
                        Optional.empty(),
                        List.of()));
    }

    private void revise(Obligation before, Obligation after) {
        boolean same =
                before.due().equals(after.due())
                        && before.owner().equals(after.owner())
                        && before.title().equals(after.title())
                        && before.rungs().equals(after.rungs());
        if (!same) {
            events.add(new ProgramEvent.PlanDutyRevised(after, before.due()));
        }
    }
}
