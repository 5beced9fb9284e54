package io.muster.core.notice;

import io.muster.core.Phrase;
import io.muster.core.approval.Draft;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.policy.ClockRule;

import java.util.ArrayList;
import java.util.List;

/** Who hears that a promise wants keeping. */
final class ReminderReactions {
    private ReminderReactions() {}

    static List<Effect> rang(IncidentEvent.ObligationRang e, Incident after) {
        boolean canSnooze = after.obligations().find(e.id()).filter(o -> !o.snoozed()).isPresent();
        Notice.Reminder reminder =
                new Notice.Reminder(
                        e.id(),
                        e.title(),
                        e.due(),
                        e.overdue(),
                        e.escalation(),
                        whom(e),
                        canSnooze);
        if (ActionReactions.isAction(e)) {
            return ActionReactions.rang(e, reminder);
        }
        if (ReachReactions.tellsOutsiders(e, after)) {
            return List.of();
        }
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Say(MessageKey.of(e.id()), reminder));
        boolean inPerson =
                e.escalation()
                        || e.id().clock().equals(ClockRule.ACKNOWLEDGMENT)
                        || Draft.reviewedBy(e.id().clock()).isPresent()
                        || after.room().isEmpty(); // nobody would read it
        if (inPerson) {
            e.told().stream()
                    .flatMap(told -> told.people().stream())
                    .distinct()
                    .forEach(person ->
                            effects.add(new Effect.Tell(MessageKey.of(e.id()), person, reminder)));
        }
        return effects;
    }

    private static Phrase whom(IncidentEvent.ObligationRang e) {
        Phrase phrase = Phrase.EMPTY;
        for (IncidentEvent.Told told : e.told()) {
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
}
