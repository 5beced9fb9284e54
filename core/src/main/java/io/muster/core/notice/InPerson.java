package io.muster.core.notice;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.incident.Incident;
import io.muster.core.roster.Actor;

import java.util.List;
import java.util.Set;

/**
 * What was to be said in a channel that was lost, for those who hold a role: with the incident that
 * it is about, because a conversation of two does not say so.
 */
public final class InPerson {
    private InPerson() {}

    /** The same for each of them; for whoever declared it if nobody holds a role. */
    public static List<Effect> instead(Effect.Say say, Incident incident) {
        Notice notice = named(say.notice(), incident);
        return people(incident).stream()
                .map(person -> (Effect) new Effect.Tell(say.key(), person, notice))
                .toList();
    }

    private static List<PersonId> people(Incident incident) {
        Set<PersonId> holders = incident.crew().roles().people();
        return holders.isEmpty()
                ? incident.header().declaredBy() instanceof Actor.Person declarer
                        ? List.of(declarer.id())
                        : List.of()
                : List.copyOf(holders);
    }

    private static Notice named(Notice notice, Incident incident) {
        Phrase name =
                Phrase.EMPTY
                        .strong(incident.severity() + " · " + incident.id())
                        .say(" ")
                        .quote(incident.header().title())
                        .say("\n");
        return switch (notice) {
            case Notice.Line line -> new Notice.Line(line.tone(), name.then(line.phrase()));
            case Notice.Ask ask ->
                    new Notice.Ask(ask.tone(), name.then(ask.phrase()), ask.choices());
            case Notice.StatusUpdate update ->
                    new Notice.Line(Notice.Tone.PLAIN, name.then(words(update)));
            case Notice.DraftNews news ->
                    new Notice.DraftNews(news.draft(), news.tone(), name.then(news.phrase()));
            case Notice.PostMortem it -> new Notice.PostMortem(it.step(), name.then(it.phrase()));
            case Notice.ActionItem it -> new Notice.ActionItem(it.number(), name.then(it.phrase()));
            case Notice.Reminder it -> it; // says it by itself
            case Notice.Call it -> it;
            case Notice.DraftReview it -> it;
            case Notice.Word it -> it;
            case Notice.Digest it -> it;
            case Notice.HandOver it -> it;
            case Notice.Origin it -> it;
        };
    }

    private static Phrase words(Notice.StatusUpdate update) {
        Phrase phrase =
                Phrase.EMPTY.strong("Update " + update.number()).say(": ").quote(update.known());
        if (!update.doing().isBlank()) {
            phrase = phrase.say("\nDoing: ").quote(update.doing());
        }
        if (!update.need().isBlank()) {
            phrase = phrase.say("\nNeeded: ").quote(update.need());
        }
        return update.by() instanceof Actor.Person by ? phrase.say("\nBy ").who(by.id()) : phrase;
    }
}
