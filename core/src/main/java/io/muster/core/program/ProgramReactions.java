package io.muster.core.program;

import io.muster.core.Phrase;
import io.muster.core.incident.IncidentEvent.Told;
import io.muster.core.notice.Effect;
import io.muster.core.notice.MessageKey;
import io.muster.core.notice.Notice;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.roster.Actor;

import java.util.ArrayList;
import java.util.List;

/** Who must hear? All hear it where incidents are announced; whoever owes it hears it in person. */
public final class ProgramReactions {
    private ProgramReactions() {}

    /** What the world must be told of these events. */
    public static List<Effect> to(List<ProgramHappened> happened) {
        return happened.stream().flatMap(h -> to(h).stream()).toList();
    }

    private static List<Effect> to(ProgramHappened happened) {
        return switch (happened.event()) {
            case ProgramEvent.PlanAdopted e ->
                    e.before().isEmpty()
                            ? List.of() // the first start of all; nobody waits for that news
                            : announce(Notice.Tone.WEIGHTY, ProgramLines.sentence(happened));
            case ProgramEvent.PlanDutyOwed e -> owed(e);
            case ProgramEvent.PlanDutyJoined ignored ->
                    announce(Notice.Tone.PLAIN, ProgramLines.sentence(happened));
            case ProgramEvent.PlanDutyRevised ignored -> List.of(); // the plan shows it
            case ProgramEvent.PlanDutyDropped e ->
                    List.of(settle(e.id(), Phrase.of("The plan no longer asks for it")));
            case ProgramEvent.PlanDrillBegun e ->
                    List.of(settle(e.id(), Phrase.of("Drill " + e.drill() + " has begun")));
            case ProgramEvent.PlanDutyMet e -> met(e, happened);
            case ProgramEvent.ControlReportAsked e ->
                    List.of(new Effect.SendReport(e.by(), e.from(), e.until()));
            case ProgramEvent.PlanDutyRang e -> rang(e);
            case ProgramEvent.OnCallOverridden e -> OverrideLines.to(e, happened);
            case ProgramEvent.OnCallOverrideCancelled e -> OverrideLines.to(e, happened);
            case ProgramEvent.MaintenanceAnnounced e -> MaintenanceLines.to(e, happened);
            case ProgramEvent.MaintenanceCalledOff e -> MaintenanceLines.to(e, happened);
        };
    }

    /** What comes in turns is quiet until its ladder speaks; what an incident caused is not. */
    private static List<Effect> owed(ProgramEvent.PlanDutyOwed e) {
        if (e.cause().isEmpty()) {
            return List.of();
        }
        Obligation duty = e.obligation();
        Phrase why = Phrase.of("Because " + e.cause().get().words() + " is over");
        Notice.Reminder reminder =
                new Notice.Reminder(
                        duty.id(),
                        duty.title(),
                        duty.due(),
                        false,
                        false,
                        e.told().isEmpty() ? why : why.say(": ").everyone(e.told()),
                        false);
        return to(duty.id(), reminder, e.told());
    }

    private static List<Effect> rang(ProgramEvent.PlanDutyRang e) {
        Notice.Reminder reminder =
                new Notice.Reminder(
                        e.id(), e.title(), e.due(), e.overdue(), e.escalation(), whom(e), false);
        return to(
                e.id(),
                reminder,
                e.told().stream().flatMap(t -> t.people().stream()).distinct().toList());
    }

    private static List<Effect> to(
            ObligationId id, Notice.Reminder reminder, List<io.muster.core.PersonId> people) {
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Announce(MessageKey.of(id), reminder));
        people.forEach(p -> effects.add(new Effect.Tell(MessageKey.of(id), p, reminder)));
        return effects;
    }

    private static Phrase whom(ProgramEvent.PlanDutyRang e) {
        Phrase phrase = Phrase.EMPTY;
        for (Told told : e.told()) {
            String comma = phrase.isEmpty() ? "" : "; ";
            String nobody = phrase.isEmpty() ? "Nobody is " : "; nobody is ";
            phrase =
                    told.people().isEmpty()
                            ? phrase.say(nobody + told.title())
                            : phrase.say(comma)
                                    .everyone(told.people())
                                    .say(" (" + told.title() + ")");
        }
        return phrase;
    }

    private static List<Effect> met(ProgramEvent.PlanDutyMet e, ProgramHappened happened) {
        Phrase done = Phrase.of("Done");
        Phrase by = happened.by() instanceof Actor.Person p ? done.say(" by ").who(p.id()) : done;
        List<Effect> effects = new ArrayList<>();
        effects.add(settle(e.id(), by.say(e.late() ? ", late" : ", in time")));
        effects.addAll(
                announce(
                        e.late() ? Notice.Tone.WEIGHTY : Notice.Tone.GOOD,
                        ProgramLines.sentence(happened)));
        return effects;
    }

    private static Effect settle(ObligationId id, Phrase outcome) {
        return new Effect.Settle(MessageKey.of(id), outcome);
    }

    private static List<Effect> announce(Notice.Tone tone, Phrase phrase) {
        return List.of(new Effect.Announce(MessageKey.NONE, new Notice.Line(tone, phrase)));
    }
}
