package io.muster.core.notice;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.action.ActionItem;
import io.muster.core.incident.ActionEvent;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.timeline.Timeline;

import java.util.ArrayList;
import java.util.List;

/** The channel hears what became of an action item, its owner what it asks of them. */
final class ActionReactions {
    private ActionReactions() {}

    static List<Effect> to(ActionEvent event, Happened happened, Incident after) {
        return switch (event) {
            case ActionEvent.ActionAdded e -> given(e.number(), e.owner(), happened, after);
            case ActionEvent.ActionDescribed ignored -> said(Notice.Tone.PLAIN, happened);
            case ActionEvent.ActionHandedOver e -> given(e.number(), e.to(), happened, after);
            case ActionEvent.ActionRescheduled ignored -> said(Notice.Tone.WEIGHTY, happened);
            case ActionEvent.ActionDone e -> settled(e.number(), Notice.Tone.GOOD, happened);
            case ActionEvent.ActionVerified ignored -> said(Notice.Tone.GOOD, happened);
            case ActionEvent.ActionReopened e -> given(e.number(), happened, after);
            case ActionEvent.ActionDropped e -> settled(e.number(), Notice.Tone.WEIGHTY, happened);
        };
    }

    static boolean isAction(IncidentEvent.ObligationRang e) {
        return ActionItem.numberOf(e.id().clock()).isPresent();
    }

    /** Weeks after an incident nobody reads its channel: whoever is meant is told in person. */
    static List<Effect> rang(IncidentEvent.ObligationRang e, Notice.Reminder reminder) {
        return e.told().stream()
                .flatMap(told -> told.people().stream())
                .distinct()
                .<Effect>map(person -> new Effect.Tell(MessageKey.of(e.id()), person, reminder))
                .toList();
    }

    private static List<Effect> given(int number, Happened happened, Incident after) {
        PersonId owner = after.dossier().actions().find(number).orElseThrow().owner();
        return given(number, owner, happened, after);
    }

    private static List<Effect> given(
            int number, PersonId owner, Happened happened, Incident after) {
        List<Effect> effects = new ArrayList<>(said(Notice.Tone.PLAIN, happened));
        boolean themselves = happened.by().person().filter(owner::equals).isPresent();
        if (!themselves) {
            ActionItem item = after.dossier().actions().find(number).orElseThrow();
            effects.add(
                    new Effect.Tell(
                            MessageKey.ofAction(number),
                            owner,
                            new Notice.ActionItem(number, yours(item, happened, after))));
        }
        return effects;
    }

    private static Phrase yours(ActionItem item, Happened happened, Incident after) {
        Phrase phrase =
                Phrase.of("Action item " + item.number() + " of " + after.id() + " is yours")
                        .then(by(happened))
                        .say(": ")
                        .quote(item.text())
                        .say("\nDue " + item.dayInWords());
        return item.verification().isBlank()
                ? phrase
                : phrase.say(". Done when: ").quote(item.verification());
    }

    private static Phrase by(Happened happened) {
        return happened.by()
                .person()
                .map(p -> Phrase.of(", given by ").who(p))
                .orElse(Phrase.EMPTY);
    }

    private static List<Effect> settled(int number, Notice.Tone tone, Happened happened) {
        List<Effect> effects = new ArrayList<>(said(tone, happened));
        Phrase outcome = Phrase.of(tone == Notice.Tone.GOOD ? "Done" : "Dropped");
        effects.add(
                new Effect.Settle(
                        MessageKey.ofAction(number),
                        happened.by()
                                .person()
                                .map(p -> outcome.say(" by ").who(p))
                                .orElse(outcome)));
        return effects;
    }

    private static List<Effect> said(Notice.Tone tone, Happened happened) {
        return List.of(
                new Effect.Say(
                        MessageKey.NONE, new Notice.Line(tone, Timeline.sentence(happened))));
    }
}
