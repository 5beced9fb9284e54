package io.muster.core.notice;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.approval.Draft;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.policy.ClockRule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
            effects.addAll(inPerson(e, reminder, after));
        }
        return effects;
    }

    private static List<Effect> inPerson(
            IncidentEvent.ObligationRang e, Notice.Reminder reminder, Incident after) {
        Map<PersonId, Effect> tells = new LinkedHashMap<>();
        for (IncidentEvent.Told told : e.told()) {
            for (PersonId person : told.people()) {
                boolean inside = after.crew().has(person) || e.bringsIn().contains(person);
                boolean confidential = after.header().isPrivate() && !inside;
                Notice notice = confidential ? confidential(told, after) : reminder;
                tells.putIfAbsent(person, new Effect.Tell(MessageKey.of(e.id()), person, notice));
            }
        }
        return List.copyOf(tells.values());
    }

    /** Nothing of what it is about: they may not look into it. */
    private static Notice confidential(IncidentEvent.Told told, Incident after) {
        Phrase waits =
                Phrase.of("🔒 ")
                        .strong(after.id().toString())
                        .say(", a confidential incident, waits for you as " + told.title())
                        .say(". Keep it to yourself. ");
        return new Notice.Line(
                Notice.Tone.PLAIN,
                after.commander()
                        .map(leader ->
                                waits.who(leader).say(" leads it: ask them to bring you in."))
                        .orElse(waits.say("Nobody leads it yet.")));
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
