package io.muster.core.notice;

import io.muster.core.Phrase;
import io.muster.core.incident.Incident;
import io.muster.core.incident.RoomEvent;
import io.muster.core.incident.RoomLoss;
import io.muster.core.incident.Whereabouts;
import io.muster.core.timeline.RoomLines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who hears what became of the incident's channel: while the incident is open, everybody on it,
 * once, in person, with where it goes on. When it is over nobody does; to archive the channel then
 * is housekeeping.
 */
final class RoomReactions {
    /** What says that there is no channel, until there is one again. */
    private static final MessageKey LOST = new MessageKey("room-lost");

    private RoomReactions() {}

    static List<Effect> to(RoomEvent event, Incident after) {
        return switch (event) {
            case RoomEvent.PersonLeft ignored -> List.of(); // the channel shows it
            case RoomEvent.RoomLost e -> lost(e, after);
            case RoomEvent.RoomAwaited ignored -> List.of(new Effect.OpenRoom());
            case RoomEvent.RoomReturned ignored -> returned(after);
            case RoomEvent.RoomRenamed ignored -> List.of(); // the chat shows it
        };
    }

    /** What a channel is given when it is opened, and who hears of it if it replaces another. */
    static List<Effect> opened(Incident after) {
        List<Effect> effects =
                new ArrayList<>(
                        List.of(
                                new Effect.Show(Effect.Surface.PIN),
                                new Effect.Show(Effect.Surface.CALLS),
                                new Effect.Show(Effect.Surface.BOOKMARKS)));
        after.dossier()
                .whereabouts()
                .replaced()
                .ifPresent(lost -> {
                    effects.add(0, everybody(after));
                    effects.add(new Effect.Settle(LOST, goesOn(after)));
                    if (isReplacedUnasked(lost)) {
                        effects.addAll(told(after, MessageKey.NONE, moved(lost, after)));
                    }
                });
        return effects;
    }

    /** Where another channel is on its way, people hear of both at once: when it is open. */
    private static List<Effect> lost(RoomEvent.RoomLost e, Incident after) {
        if (after.status().isOver() || after.dossier().whereabouts().awaited()) {
            return List.of();
        }
        Phrase phrase =
                headline(after)
                        .then(RoomLines.lost(e))
                        .say(
                                " while the incident is open. Until it has a channel again, what would"
                                        + " be said there goes in person to those who hold a role. ")
                        .then(wayBack(e));
        return told(
                after,
                LOST,
                new Notice.Ask(
                        Notice.Tone.BAD,
                        phrase,
                        List.of(
                                new Notice.Ask.Choice(
                                        "Open a new channel", "open-channel", "", true),
                                new Notice.Ask.Choice("Catch up", "summary", "", false))));
    }

    private static Phrase wayBack(RoomEvent.RoomLost e) {
        String first = e.loss() == RoomLoss.ARCHIVED ? "Unarchive #" : "In #";
        String then = e.loss() == RoomLoss.ARCHIVED ? " and type " : " type ";
        return Phrase.of(first + e.name() + then)
                .code("/invite @muster")
                .say(
                        e.loss() == RoomLoss.ARCHIVED
                                ? " there, or open a new channel."
                                : ", or open a new channel.");
    }

    private static List<Effect> returned(Incident after) {
        if (after.status().isOver()) {
            return List.of();
        }
        Phrase phrase =
                Phrase.of(
                                "This channel is in use again. What was said meanwhile went in person to"
                                        + " those who hold a role; to catch up: ")
                        .code("/incident summary")
                        .say(".");
        return List.of(
                everybody(after),
                new Effect.Show(Effect.Surface.TOPIC),
                new Effect.Settle(LOST, goesOn(after)),
                new Effect.Say(MessageKey.NONE, new Notice.Line(Notice.Tone.GOOD, phrase)));
    }

    /** They were told nothing yet, because there was nowhere to send them. */
    private static boolean isReplacedUnasked(Whereabouts.Lost lost) {
        return switch (lost.loss()) {
            case DELETED, OUT_OF_SIGHT -> true;
            case ARCHIVED, REMOVED -> false;
        };
    }

    private static Notice moved(Whereabouts.Lost lost, Incident after) {
        RoomEvent.RoomLost event =
                new RoomEvent.RoomLost(
                        lost.room().channel(), lost.room().name(), lost.loss(), lost.by());
        return new Notice.Line(
                Notice.Tone.BAD,
                headline(after).then(RoomLines.lost(event)).say(". ").then(goesOn(after)));
    }

    private static Phrase goesOn(Incident after) {
        return after.room()
                .map(room ->
                        Phrase.of("Work goes on in ").where(room.channel(), room.name()).say("."))
                .orElse(Phrase.EMPTY);
    }

    private static Phrase headline(Incident after) {
        return Phrase.EMPTY
                .strong(after.severity() + " · " + after.id())
                .say(" ")
                .quote(after.header().title())
                .say("\n");
    }

    private static Effect everybody(Incident after) {
        return new Effect.Bring(
                after.crew().inside().stream()
                        .sorted(Comparator.comparing(Object::toString))
                        .toList());
    }

    private static List<Effect> told(Incident after, MessageKey key, Notice notice) {
        return after.crew().inside().stream()
                .sorted(Comparator.comparing(Object::toString))
                .map(person -> (Effect) new Effect.Tell(key, person, notice))
                .toList();
    }
}
