package io.muster.core.notice;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.OpenMatters;
import io.muster.core.incident.TalkEvent;
import io.muster.core.roster.Actor;
import io.muster.core.timeline.TalkLines;
import io.muster.core.timeline.Timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who hears of what people did in the chat, and what those hear who follow from afar. */
final class TalkReactions {
    private TalkReactions() {}

    static List<Effect> to(TalkEvent event, Happened happened, Incident after) {
        return switch (event) {
            case TalkEvent.MessageMarked e -> marked(e, happened, after);
            case TalkEvent.MessageRead ignored -> List.of(); // everybody can see the message
            case TalkEvent.MessageUnreadable e -> unreadable(e, after);
            case TalkEvent.MessageWithdrawn ignored -> List.of(); // whoever did it sees it
            case TalkEvent.IncidentFollowed ignored -> List.of(); // their own affair
            case TalkEvent.IncidentUnfollowed ignored -> List.of(); // their own affair
            case TalkEvent.HandoverOffered e -> offered(e, after);
            case TalkEvent.HandoverTaken e ->
                    List.of(new Effect.Settle(offer(e.to()), Phrase.of("You command now")));
            case TalkEvent.HandoverEnded e -> ended(e, happened);
        };
    }

    /** What changed for everybody, told to those who asked to hear of it. */
    static List<Effect> toFollowers(List<Happened> happened, Incident after) {
        List<Effect> effects = new ArrayList<>();
        for (Happened one : happened) {
            if (isNews(one.event())) {
                after.dossier().talk().followers().stream()
                        .filter(person -> !one.by().equals(Actor.person(person)))
                        .filter(person -> !after.header().isPrivate() || after.crew().has(person))
                        .forEach(person -> effects.add(news(person, one, after)));
            }
        }
        return effects;
    }

    /** Status, severity and updates: what somebody at a distance wants to know. */
    private static boolean isNews(IncidentEvent event) {
        return event instanceof IncidentEvent.Acknowledged
                || event instanceof IncidentEvent.Confirmed
                || event instanceof IncidentEvent.Dismissed
                || event instanceof IncidentEvent.SeverityChanged
                || event instanceof IncidentEvent.UpdatePosted
                || event instanceof IncidentEvent.Resolved
                || event instanceof IncidentEvent.Reopened
                || event instanceof IncidentEvent.Closed;
    }

    private static Effect news(PersonId person, Happened happened, Incident after) {
        Phrase phrase =
                Phrase.of("🔔 ")
                        .strong(after.severity() + " · " + after.id())
                        .say(" ")
                        .quote(after.header().title())
                        .say("\n")
                        .then(Timeline.sentence(happened));
        return new Effect.Tell(
                MessageKey.NONE,
                person,
                new Notice.Ask(
                        Notice.Tone.PLAIN,
                        phrase,
                        List.of(
                                new Notice.Ask.Choice("Catch up", "summary", "", false),
                                new Notice.Ask.Choice("Unsubscribe", "unsubscribe", "", false))));
    }

    private static List<Effect> marked(
            TalkEvent.MessageMarked e, Happened happened, Incident after) {
        List<Effect> effects = new ArrayList<>();
        if (e.quoted().isEmpty()) {
            effects.add(new Effect.ReadMessage(e.spot()));
        }
        if (e.origin() && !after.header().isPrivate()) {
            effects.add(new Effect.Reply(e.spot(), new Notice.Origin()));
        }
        boolean fromElsewhere =
                after.room().filter(room -> room.channel().equals(e.spot().channel())).isEmpty();
        if (fromElsewhere) {
            effects.add(say(Notice.Tone.PLAIN, Timeline.sentence(happened)));
        }
        return effects;
    }

    private static List<Effect> unreadable(TalkEvent.MessageUnreadable e, Incident after) {
        Phrase phrase =
                TalkLines.what(e)
                        .say(" It stays in the timeline without its words; write them down with ")
                        .code("/incident note <text>")
                        .say(".");
        return after.dossier()
                .talk()
                .find(e.spot())
                .flatMap(mark -> mark.by())
                .<List<Effect>>map(person ->
                        List.of(
                                new Effect.Tell(
                                        MessageKey.NONE,
                                        person,
                                        new Notice.Line(Notice.Tone.BAD, phrase))))
                .orElse(List.of());
    }

    private static List<Effect> offered(TalkEvent.HandoverOffered e, Incident after) {
        Phrase ask =
                Phrase.of("🤝 ")
                        .strong(after.severity() + " · " + after.id())
                        .say(" ")
                        .quote(after.header().title())
                        .say("\n")
                        .say("You are asked to take the command. Until you do, ")
                        .who(e.from())
                        .say(" commands.");
        Phrase said = e.word().isBlank() ? ask : ask.say("\n“").quote(e.word()).say("”");
        Notice notice =
                new Notice.Ask(
                        Notice.Tone.PLAIN,
                        said.then(open(e, after.id())),
                        List.of(
                                new Notice.Ask.Choice("I take command", "take-command", "", true),
                                new Notice.Ask.Choice("I cannot", "decline-command", "", false),
                                new Notice.Ask.Choice("Catch up", "summary", "", false)));
        Phrase line =
                Phrase.of("🤝 ")
                        .say("The command is offered to ")
                        .who(e.to())
                        .say(". Until it is taken, ")
                        .who(e.from())
                        .say(" commands.");
        return List.of(
                new Effect.Tell(offer(e.to()), e.to(), notice), say(Notice.Tone.PLAIN, line));
    }

    private static Phrase open(TalkEvent.HandoverOffered e, IncidentId id) {
        if (e.clocks().isEmpty() && e.open().isEmpty()) {
            return Phrase.of("\nNothing is open.");
        }
        Phrase list = Phrase.of("\nOpen:");
        for (Phrase clock : OpenMatters.named(e)) {
            list = list.say("\n• ").then(clock);
        }
        Optional<String> more = OpenMatters.unnamed(e);
        if (more.isPresent()) {
            list = list.say("\n" + more.get() + ": ").code("/incident status " + id);
        }
        for (String line : e.open()) {
            list = list.say("\n• " + line);
        }
        return list;
    }

    private static List<Effect> ended(TalkEvent.HandoverEnded e, Happened happened) {
        Phrase why = Phrase.of("No longer offered: " + e.why());
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Settle(offer(e.to()), why));
        if (happened.by().equals(Actor.person(e.to()))) {
            effects.add(
                    new Effect.Tell(
                            MessageKey.NONE,
                            e.from(),
                            new Notice.Line(
                                    Notice.Tone.BAD,
                                    Phrase.EMPTY
                                            .who(e.to())
                                            .say(
                                                    " cannot take the command. You still command; ask somebody else with ")
                                            .code("/incident handover @person")
                                            .say("."))));
        }
        return effects;
    }

    private static MessageKey offer(PersonId to) {
        return new MessageKey("handover:" + to);
    }

    private static Effect say(Notice.Tone tone, Phrase phrase) {
        return new Effect.Say(MessageKey.NONE, new Notice.Line(tone, phrase));
    }
}
