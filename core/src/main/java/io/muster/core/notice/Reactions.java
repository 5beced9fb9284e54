package io.muster.core.notice;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.incident.DossierEvent;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.TaskEvent;
import io.muster.core.obligation.Obligation;
import io.muster.core.roster.Actor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who must hear? Event by event; sees neither policy nor clock. */
public final class Reactions {
    private Reactions() {}

    /** What the world must be told of these events, given what is true after them. */
    public static List<Effect> to(List<Happened> happened, Incident after) {
        List<Effect> effects = new ArrayList<>();
        boolean born = happened.getFirst().event() instanceof IncidentEvent.Declared;
        Set<PersonId> newcomers = new LinkedHashSet<>(born ? after.crew().inside() : Set.of());
        for (Happened h : happened) {
            effects.addAll(to(h, after, happened, born));
            effects.addAll(AlertReactions.settled(h, after));
            effects.addAll(StatusPageReactions.left(h, after));
            newcomers.addAll(h.event().bringsIn());
        }
        if (!newcomers.isEmpty()) {
            effects.add(new Effect.Bring(List.copyOf(newcomers)));
        }
        effects.addAll(TalkReactions.toFollowers(happened, after));
        effects.addAll(TicketNews.of(happened, after));
        effects.addAll(surfaces(happened, after, born));
        return effects;
    }

    private static List<Effect> to(
            Happened happened, Incident after, List<Happened> all, boolean born) {
        Actor by = happened.by();
        return switch (happened.event()) {
            case IncidentEvent.Declared ignored -> List.of(new Effect.OpenRoom());
            case IncidentEvent.Acknowledged ignored ->
                    LifecycleReactions.acknowledged(happened, after, all);
            case IncidentEvent.Confirmed e ->
                    line(Notice.Tone.WEIGHTY, LifecycleReactions.confirmed(e, by));
            case IncidentEvent.Classified e ->
                    line(Notice.Tone.PLAIN, done("Classified as " + e.title(), by));
            case IncidentEvent.Dismissed e -> LifecycleReactions.dismissed(e, by);
            case IncidentEvent.SeverityChanged e ->
                    line(
                            e.raised() ? Notice.Tone.BAD : Notice.Tone.GOOD,
                            LifecycleReactions.severity(e, by)
                                    .then(LifecycleReactions.movedClocks(all)));
            case IncidentEvent.PhaseStarted e ->
                    born
                            ? List.of()
                            : line(
                                    e.undone().isPresent() ? Notice.Tone.BAD : Notice.Tone.PLAIN,
                                    LifecycleReactions.started(e, by));
            case IncidentEvent.PhaseFinished e -> line(tone(e), finished(e, by));
            case IncidentEvent.ItemTicked ignored -> List.of(); // the card shows it
            case IncidentEvent.ItemUnticked ignored -> List.of(); // the card shows it
            case IncidentEvent.RoleAssigned e ->
                    born ? List.of() : line(Notice.Tone.PLAIN, assigned(e, by));
            case IncidentEvent.RolePaged e -> CallReactions.paged(e, after, by, all);
            case IncidentEvent.UpdatePosted e -> List.of(say(update(e, after, by)));
            case IncidentEvent.NoteAdded e ->
                    line(Notice.Tone.PLAIN, told("Note", by).quote(e.text()));
            case IncidentEvent.Resolved e ->
                    line(Notice.Tone.GOOD, LifecycleReactions.resolved(e, after, by));
            case IncidentEvent.Reopened e ->
                    line(Notice.Tone.BAD, done("Reopened", by).then(because(e.reason())));
            case IncidentEvent.Closed e -> line(Notice.Tone.GOOD, LifecycleReactions.closed(e, by));
            case IncidentEvent.ObligationOpened ignored -> List.of(); // the card shows it
            case IncidentEvent.ObligationMet e -> settle(e, by);
            case IncidentEvent.ObligationReturned ignored -> List.of(); // the card shows it
            case IncidentEvent.ObligationMissed e ->
                    List.of(
                            new Effect.Settle(
                                    MessageKey.of(e.id()), Phrase.of("Not done in time")));
            case IncidentEvent.ObligationDropped e ->
                    List.of(
                            new Effect.Settle(
                                    MessageKey.of(e.id()),
                                    Phrase.of("No longer owed: " + e.why())));
            case IncidentEvent.ObligationMoved e -> DutyReactions.moved(e);
            case IncidentEvent.ObligationRejudged ignored -> List.of(); // told with the severity
            case IncidentEvent.ObligationRang e -> ReminderReactions.rang(e, after);
            case IncidentEvent.ObligationSnoozed e ->
                    List.of(
                            new Effect.Settle(
                                    MessageKey.of(e.id()),
                                    done("Snoozed", by).say(" until ").at(e.until())));
            case IncidentEvent.RoomOpened ignored -> RoomReactions.opened(after);
            case IncidentEvent.RoomRefused e -> roomRefused(e, after);
            case IncidentEvent.PersonJoined ignored -> List.of(); // they are here; nobody is told
            case TaskEvent e -> TaskReactions.to(happened, e);
            case DossierEvent e -> DossierReactions.to(e, happened, after);
        };
    }

    /** Nearly everything shows on the card; the other surfaces only what a passer-by must know. */
    private static List<Effect> surfaces(List<Happened> happened, Incident after, boolean born) {
        List<Effect> shows = new ArrayList<>();
        shows.add(new Effect.Show(Effect.Surface.CARD));
        shows.add(new Effect.Show(Effect.Surface.DOCUMENT)); // everything that happens is in it
        boolean headline = born || happened.stream().anyMatch(h -> isHeadline(h.event()));
        if (headline) {
            shows.add(new Effect.Show(Effect.Surface.TOPIC));
            if (!after.header().isPrivate()) {
                shows.add(new Effect.Show(Effect.Surface.ANNOUNCEMENT));
            }
        }
        return shows;
    }

    private static boolean isHeadline(IncidentEvent event) {
        return switch (event) {
            case IncidentEvent.Declared ignored -> true;
            case IncidentEvent.Acknowledged ignored -> true;
            case IncidentEvent.Confirmed ignored -> true;
            case IncidentEvent.Classified ignored -> false;
            case IncidentEvent.Dismissed ignored -> true;
            case IncidentEvent.SeverityChanged ignored -> true;
            case IncidentEvent.PhaseStarted ignored -> true;
            case IncidentEvent.PhaseFinished ignored -> true;
            case IncidentEvent.RoleAssigned ignored -> true;
            case IncidentEvent.UpdatePosted ignored -> true;
            case IncidentEvent.Resolved ignored -> true;
            case IncidentEvent.Reopened ignored -> true;
            case IncidentEvent.Closed ignored -> true;
            case IncidentEvent.RoomOpened ignored -> true;
            case IncidentEvent.RoomRefused ignored -> true;
            case IncidentEvent.ObligationMissed ignored -> true;
            case IncidentEvent.ItemTicked ignored -> false;
            case IncidentEvent.ItemUnticked ignored -> false;
            case IncidentEvent.RolePaged ignored -> false;
            case IncidentEvent.NoteAdded ignored -> false;
            case IncidentEvent.ObligationOpened ignored -> false;
            case IncidentEvent.ObligationMet ignored -> false;
            case IncidentEvent.ObligationReturned ignored -> false;
            case IncidentEvent.ObligationDropped ignored -> false;
            case IncidentEvent.ObligationMoved ignored -> false;
            case IncidentEvent.ObligationRejudged ignored -> false;
            case IncidentEvent.ObligationRang ignored -> false;
            case IncidentEvent.ObligationSnoozed ignored -> false;
            case IncidentEvent.PersonJoined ignored -> false;
            case TaskEvent ignored -> false;
            case DossierEvent ignored -> false;
        };
    }

    private static Notice.Tone tone(IncidentEvent.PhaseFinished e) {
        return e.leftOpen().isEmpty() ? Notice.Tone.GOOD : Notice.Tone.WEIGHTY;
    }

    private static Phrase finished(IncidentEvent.PhaseFinished e, Actor by) {
        Phrase phrase = done(e.title() + " finished", by);
        return e.leftOpen().isEmpty()
                ? phrase
                : phrase.say(
                                " with "
                                        + Spoken.count(e.leftOpen().size(), "required item")
                                        + " left open")
                        .then(because(e.override()));
    }

    private static Phrase assigned(IncidentEvent.RoleAssigned e, Actor by) {
        Phrase phrase = Phrase.EMPTY.who(e.person()).say(" is now " + e.title());
        Phrase instead =
                e.before()
                        .filter(before -> !before.equals(e.person()))
                        .map(before -> phrase.say(", taking over from ").who(before))
                        .orElse(phrase);
        return e.byPolicy()
                ? instead.say(", as the policy says")
                : instead.then(decidedBy(by, e.person()));
    }

    private static Phrase decidedBy(Actor by, PersonId person) {
        return by.person()
                .filter(p -> !p.equals(person))
                .map(p -> Phrase.of(" (decided by ").who(p).say(")"))
                .orElse(Phrase.EMPTY);
    }

    private static Notice update(IncidentEvent.UpdatePosted e, Incident after, Actor by) {
        return new Notice.StatusUpdate(
                e.number(),
                after.severity(),
                e.known(),
                e.doing(),
                e.need(),
                by,
                after.obligations().nextUpdate().map(Obligation::due),
                after.phases().running());
    }

    private static List<Effect> settle(IncidentEvent.ObligationMet e, Actor by) {
        Phrase outcome = done("Done", by).say(e.late() ? ", late" : ", in time");
        return List.of(new Effect.Settle(MessageKey.of(e.id()), outcome));
    }

    private static List<Effect> roomRefused(IncidentEvent.RoomRefused e, Incident after) {
        Notice notice =
                new Notice.Line(
                        Notice.Tone.BAD,
                        Phrase.of(
                                        after.id()
                                                + " is recorded, but its channel could not be opened: ")
                                .say(e.reason())
                                .say(
                                        ". Everything else goes on; work in a channel of your choice and use ")
                                .code("/incident … " + after.id())
                                .say(" there."));
        return after.crew().inside().stream()
                .map(person -> (Effect) new Effect.Tell(MessageKey.NONE, person, notice))
                .toList();
    }

    static List<Effect> line(Notice.Tone tone, Phrase phrase) {
        return List.of(say(new Notice.Line(tone, phrase)));
    }

    private static Effect say(Notice notice) {
        return new Effect.Say(MessageKey.NONE, notice);
    }

    private static Phrase told(String what, Actor by) {
        return done(what, by).say(": ");
    }

    static Phrase done(String what, Actor by) {
        Phrase phrase = Phrase.of(what);
        return switch (by) {
            case Actor.Person p -> phrase.say(" by ").who(p.id());
            case Actor.Alarm alarm -> phrase.say(" by " + alarm.source());
            case Actor.Muster ignored -> phrase;
        };
    }

    static Phrase because(FreeText reason) {
        return reason.isBlank() ? Phrase.EMPTY : Phrase.of(": ").quote(reason);
    }
}
