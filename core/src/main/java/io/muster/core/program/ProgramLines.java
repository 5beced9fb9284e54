package io.muster.core.program;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.incident.IncidentEvent.Told;
import io.muster.core.roster.Actor;

import java.util.List;

/** One sentence for every event, so that nothing is missing from the program's own story. */
public final class ProgramLines {
    private ProgramLines() {}

    /** What happened, and by whose hand. */
    public static Phrase sentence(ProgramHappened happened) {
        Phrase what = what(happened.event());
        boolean byHand =
                happened.event() instanceof ProgramEvent.PlanDutyMet
                        || happened.event() instanceof ProgramEvent.OnCallOverridden
                        || happened.event() instanceof ProgramEvent.OnCallOverrideCancelled
                        || happened.event() instanceof ProgramEvent.MaintenanceAnnounced
                        || happened.event() instanceof ProgramEvent.MaintenanceCalledOff;
        return byHand && happened.by() instanceof Actor.Person p
                ? what.say(" — ").who(p.id())
                : what;
    }

    /** What happened. Minutes are not quoted: they are shown to whoever opens the plan. */
    public static Phrase what(ProgramEvent event) {
        return switch (event) {
            case ProgramEvent.PlanAdopted e ->
                    Phrase.of("Plan ")
                            .strong(e.document() + ", version " + e.version())
                            .say(" is in force (" + e.policy() + ")")
                            .say(e.before().map(b -> "; before it: " + b).orElse(""));
            case ProgramEvent.PlanDutyOwed e -> {
                Phrase owed = Phrase.EMPTY.strong(e.obligation().title()).say(" is owed by ");
                Phrase by = owed.at(e.obligation().due());
                yield e.cause().map(c -> by.say(", because of " + c.words())).orElse(by);
            }
            case ProgramEvent.PlanDutyJoined e ->
                    Phrase.EMPTY
                            .strong(e.title())
                            .say(" that is owed already will also look at " + e.cause().words());
            case ProgramEvent.PlanDutyRevised e ->
                    Phrase.of(e.obligation().title() + " is now owed by ")
                            .at(e.obligation().due())
                            .say(", no longer by ")
                            .at(e.from())
                            .say(", as the plan says");
            case ProgramEvent.PlanDutyDropped e ->
                    Phrase.of(e.title() + " is no longer asked for by the plan");
            case ProgramEvent.PlanDrillBegun e ->
                    Phrase.of("Drill " + e.drill() + " began, for: " + e.title());
            case ProgramEvent.PlanDutyMet e -> met(e);
            case ProgramEvent.ControlReportAsked e ->
                    Phrase.of("Control report handed to ")
                            .who(e.by())
                            .say(", for ")
                            .at(e.from())
                            .say(" to ")
                            .at(e.until());
            case ProgramEvent.PlanDutyRang e -> rang(e);
            case ProgramEvent.OnCallOverridden e -> OverrideLines.overridden(e);
            case ProgramEvent.OnCallOverrideCancelled e -> OverrideLines.cancelled(e);
            case ProgramEvent.MaintenanceAnnounced e -> MaintenanceLines.announced(e);
            case ProgramEvent.MaintenanceCalledOff e -> MaintenanceLines.calledOff(e);
        };
    }

    private static Phrase met(ProgramEvent.PlanDutyMet e) {
        Phrase done =
                Phrase.EMPTY
                        .strong(e.title())
                        .say(e.late() ? " is done, late" : " is done")
                        .say(e.drill().map(d -> ", by drill " + d).orElse(""));
        return e.next().map(next -> done.say("; next by ").at(next)).orElse(done);
    }

    private static Phrase rang(ProgramEvent.PlanDutyRang e) {
        List<PersonId> people =
                e.told().stream().map(Told::people).flatMap(List::stream).distinct().toList();
        Phrase phrase =
                Phrase.of((e.escalation() ? "Escalated: " : "Reminded: ") + e.title() + ", due ")
                        .at(e.due());
        return people.isEmpty()
                ? phrase.say("; nobody holds the roles that should hear it")
                : phrase.say("; told ").everyone(people);
    }
}
