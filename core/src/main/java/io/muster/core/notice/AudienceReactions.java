package io.muster.core.notice;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.audience.Audience;
import io.muster.core.incident.AudienceEvent;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.timeline.Timeline;

import java.util.ArrayList;
import java.util.List;

/** Those who must know get word; those who work on it see that they did. */
final class AudienceReactions {
    private AudienceReactions() {}

    static List<Effect> to(AudienceEvent event, Happened happened, Incident after) {
        return switch (event) {
            case AudienceEvent.AudiencesOwed e -> owed(e, happened, after);
            case AudienceEvent.AudienceTold e -> told(e, happened, after);
            case AudienceEvent.AudienceSeen e ->
                    List.of(
                            new Effect.Settle(
                                    MessageKey.wordTo(e.person()),
                                    Phrase.of("You have seen it, ").at(happened.at())));
            case AudienceEvent.AudienceNotApplicable ignored ->
                    List.of(line(Notice.Tone.WEIGHTY, happened));
            case AudienceEvent.AudienceOwedAgain ignored ->
                    List.of(line(Notice.Tone.BAD, happened));
        };
    }

    /**
     * At the start the card shows it; when the severity changes, people have to hear what follows.
     */
    private static List<Effect> owed(
            AudienceEvent.AudiencesOwed e, Happened happened, Incident after) {
        boolean first = happened.at().equals(after.declaredAt());
        return first ? List.of() : List.of(say(Notice.Tone.PLAIN, whatFollows(e, after)));
    }

    private static Phrase whatFollows(AudienceEvent.AudiencesOwed e, Incident after) {
        Phrase phrase = Timeline.what(e);
        List<String> told =
                after.dossier().audiences().all().values().stream()
                        .filter(a -> a.told().isPresent())
                        .map(Audience::title)
                        .toList();
        return (told.isEmpty()
                        ? phrase
                        : phrase.say(
                                ". Told by now, and not told again: " + String.join(", ", told)))
                .say(".");
    }

    private static List<Effect> told(
            AudienceEvent.AudienceTold e, Happened happened, Incident after) {
        List<Effect> effects = new ArrayList<>();
        if (e.how() == Audience.How.MESSAGE) {
            for (PersonId person : e.people()) {
                boolean confidential = after.header().isPrivate() && !after.crew().has(person);
                effects.add(
                        new Effect.Tell(
                                MessageKey.wordTo(person),
                                person,
                                new Notice.Word(e.title(), confidential)));
            }
        }
        effects.add(line(Notice.Tone.PLAIN, happened));
        return effects;
    }

    private static Effect line(Notice.Tone tone, Happened happened) {
        return say(tone, Timeline.sentence(happened));
    }

    private static Effect say(Notice.Tone tone, Phrase phrase) {
        return new Effect.Say(MessageKey.NONE, new Notice.Line(tone, phrase));
    }
}
