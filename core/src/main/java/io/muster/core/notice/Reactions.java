package io.muster.core.notice;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.approval.Draft;
import io.muster.core.incident.DossierEvent;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.TaskEvent;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.ClockRule;
import io.muster.core.policy.Milestone;
import io.muster.core.roster.Actor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
            newcomers.addAll(h.event().bringsIn());
        }
        if (!newcomers.isEmpty()) {
            effects.add(new Effect.Bring(List.copyOf(newcomers)));
        }
        effects.addAll(surfaces(happened, after, born));
        return effects;
    }

    private static List<Effect> to(
            Happened happened, Incident after, List<Happened> all, boolean born) {
        Actor by = happened.by();
        return switch (happened.event()) {
            case IncidentEvent.Declared ignored -> List.of(new Effect.OpenRoom());
            case IncidentEvent.Acknowledged ignored -> acknowledged(happened, after, all);
            case IncidentEvent.Confirmed e -> line(Notice.Tone.WEIGHTY, confirmed(e, by));
            case IncidentEvent.Classified e ->
                    line(Notice.Tone.PLAIN, done("Classified as " + e.title(), by));
            case IncidentEvent.Dismissed e -> dismissed(e, by);
            case IncidentEvent.SeverityChanged e ->
                    line(
                            e.raised() ? Notice.Tone.BAD : Notice.Tone.GOOD,
                            severity(e, by).then(movedClocks(all)));
            case IncidentEvent.PhaseStarted e ->
                    born ? List.of() : line(Notice.Tone.PLAIN, done(e.title() + " started", by));
            case IncidentEvent.PhaseFinished e -> line(tone(e), finished(e, by));
            case IncidentEvent.ItemTicked ignored -> List.of(); // the card shows it
            case IncidentEvent.ItemUnticked ignored -> List.of(); // the card shows it
            case IncidentEvent.RoleAssigned e ->
                    born ? List.of() : line(Notice.Tone.PLAIN, assigned(e, by));
            case IncidentEvent.RolePaged e -> paged(e, after, by);
            case IncidentEvent.UpdatePosted e -> List.of(say(update(e, after, by)));
            case IncidentEvent.NoteAdded e ->
                    line(Notice.Tone.PLAIN, told("Note", by).quote(e.text()));
            case IncidentEvent.Resolved e -> line(Notice.Tone.GOOD, resolved(e, after, by));
            case IncidentEvent.Reopened e ->
                    line(Notice.Tone.BAD, done("Reopened", by).then(because(e.reason())));
            case IncidentEvent.Closed e -> line(Notice.Tone.GOOD, closed(e, by));
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
            case IncidentEvent.ObligationRang e -> rang(e, after);
            case IncidentEvent.ObligationSnoozed e ->
                    List.of(
                            new Effect.Settle(
                                    MessageKey.of(e.id()),
                                    done("Snoozed", by).say(" until ").at(e.until())));
            case IncidentEvent.RoomOpened ignored ->
                    List.of(
                            new Effect.Show(Effect.Surface.PIN),
                            new Effect.Show(Effect.Surface.BOOKMARKS));
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

    private static List<Effect> acknowledged(
            Happened happened, Incident after, List<Happened> all) {
        Duration took = Duration.between(after.declaredAt(), happened.at());
        String late =
                after.obligations()
                        .latest(ClockRule.ACKNOWLEDGMENT)
                        .filter(o -> o.late(happened.at()))
                        .map(o ->
                                ", late: the target was "
                                        + Spoken.length(Duration.between(o.anchor(), o.due())))
                        .orElse("");
        Phrase phrase =
                done("Acknowledged", happened.by()).say(" after " + Spoken.length(took) + late);
        List<Effect> effects = new ArrayList<>();
        if (all.stream().noneMatch(h -> impliesAcknowledgment(h.event()))) {
            effects.addAll(line(Notice.Tone.GOOD, phrase));
        }
        effects.add(new Effect.Settle(MessageKey.PAGES, done("Acknowledged", happened.by())));
        return effects;
    }

    /** What says more than the acknowledgment that it brings along. */
    private static boolean impliesAcknowledgment(IncidentEvent event) {
        return event instanceof IncidentEvent.Confirmed || event instanceof IncidentEvent.Dismissed;
    }

    private static Phrase confirmed(IncidentEvent.Confirmed e, Actor by) {
        Phrase phrase = done("Confirmed as an incident", by);
        return e.by().map(act -> phrase.say(", by " + act)).orElse(phrase);
    }

    private static List<Effect> dismissed(IncidentEvent.Dismissed e, Actor by) {
        Phrase phrase = done("Dismissed: not an incident", by).then(because(e.reason()));
        List<Effect> effects = new ArrayList<>(line(Notice.Tone.WEIGHTY, phrase));
        effects.add(new Effect.Settle(MessageKey.PAGES, done("Dismissed", by)));
        return effects;
    }

    private static Phrase severity(IncidentEvent.SeverityChanged e, Actor by) {
        return done((e.raised() ? "Raised" : "Lowered") + " from " + e.from() + " to " + e.to(), by)
                .then(because(e.reason()));
    }

    private static Phrase movedClocks(List<Happened> all) {
        Phrase phrase = Phrase.EMPTY;
        for (Happened h : all) {
            if (h.event() instanceof IncidentEvent.ObligationMoved e) {
                boolean overdue = h.at().isAfter(e.to());
                phrase =
                        phrase.say("\n• " + e.title() + ": due ")
                                .at(e.to())
                                .say(overdue ? ", overdue" : "");
            } else if (h.event() instanceof IncidentEvent.ObligationRejudged e) {
                phrase =
                        phrase.say("\n• " + e.title() + ": was done ")
                                .say(e.late() ? "late by the new target" : "in time");
            }
        }
        return phrase;
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

    private static List<Effect> paged(IncidentEvent.RolePaged e, Incident after, Actor by) {
        List<Effect> effects = new ArrayList<>();
        for (PersonId person : e.people()) {
            boolean themselves = by.person().filter(person::equals).isPresent();
            if (!themselves) {
                effects.add(
                        new Effect.Tell(
                                MessageKey.PAGES, person, new Notice.Call(e.title(), why(e, by))));
            }
        }
        boolean byHand =
                e.cause() == IncidentEvent.PageCause.BY_HAND
                        || e.cause() == IncidentEvent.PageCause.ESCALATED;
        if (byHand) {
            effects.addAll(line(Notice.Tone.BAD, calledInRoom(e, by)));
        } else if (e.people().isEmpty()) {
            effects.addAll(line(Notice.Tone.BAD, nobody(e, after)));
        }
        return effects;
    }

    private static Phrase why(IncidentEvent.RolePaged e, Actor by) {
        return switch (e.cause()) {
            case DECLARED -> done("Declared", by);
            case SEVERITY -> done("The severity was changed", by);
            case POLICY -> Phrase.of("The plan says that you must know at once");
            case BY_HAND -> done("You are asked for", by).then(because(e.reason()));
            case ESCALATED -> done("Escalated to you", by).then(because(e.reason()));
        };
    }

    private static Phrase calledInRoom(IncidentEvent.RolePaged e, Actor by) {
        String what = e.cause() == IncidentEvent.PageCause.ESCALATED ? "Escalated to " : "Called ";
        return Phrase.of(what)
                .everyone(e.people())
                .say(" (" + e.title() + ")")
                .then(done("", by))
                .then(because(e.reason()));
    }

    private static Phrase nobody(IncidentEvent.RolePaged e, Incident after) {
        return Phrase.of("Nobody holds the role ")
                .strong(e.title())
                .say(", so nobody was told as such. Name someone with ")
                .code("/incident assign " + e.role() + " @person")
                .say(after.header().drill() ? " (drill)." : ".");
    }

    private static Notice update(IncidentEvent.UpdatePosted e, Incident after, Actor by) {
        return new Notice.StatusUpdate(
                e.number(),
                after.severity(),
                e.known(),
                e.doing(),
                e.need(),
                by,
                after.obligations().open(ClockRule.STATUS_UPDATE).map(Obligation::due));
    }

    private static Phrase resolved(IncidentEvent.Resolved e, Incident after, Actor by) {
        Phrase phrase = done("Resolved", by).then(because(e.summary()));
        Optional<Phrase> took =
                after.milestones()
                        .at(Milestone.RESOLVED)
                        .map(at ->
                                phrase.say(
                                        " after "
                                                + Spoken.length(
                                                        Duration.between(after.declaredAt(), at))));
        return after.obligations()
                .open(ClockRule.STABILITY)
                .map(watch ->
                        took.orElse(phrase)
                                .say(". If it stays stable it can be closed from ")
                                .at(watch.due())
                                .say("; if it comes back: ")
                                .code("/incident reopen <reason>"))
                .orElse(took.orElse(phrase));
    }

    private static Phrase closed(IncidentEvent.Closed e, Actor by) {
        Phrase phrase = done("Closed", by);
        return e.override().isBlank()
                ? phrase.say(" after the stability watch")
                : phrase.say(" before the stability watch was over").then(because(e.override()));
    }

    private static List<Effect> settle(IncidentEvent.ObligationMet e, Actor by) {
        Phrase outcome = done("Done", by).say(e.late() ? ", late" : ", in time");
        return List.of(new Effect.Settle(MessageKey.of(e.id()), outcome));
    }

    private static List<Effect> rang(IncidentEvent.ObligationRang e, Incident after) {
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
            phrase =
                    told.people().isEmpty()
                            ? phrase.say(comma + "nobody is " + told.title())
                            : phrase.say(comma)
                                    .everyone(told.people())
                                    .say(" (" + told.title() + ")");
        }
        return phrase;
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

    private static List<Effect> line(Notice.Tone tone, Phrase phrase) {
        return List.of(say(new Notice.Line(tone, phrase)));
    }

    private static Effect say(Notice notice) {
        return new Effect.Say(MessageKey.NONE, notice);
    }

    private static Phrase told(String what, Actor by) {
        return done(what, by).say(": ");
    }

    private static Phrase done(String what, Actor by) {
        Phrase phrase = Phrase.of(what);
        return switch (by) {
            case Actor.Person p -> phrase.say(" by ").who(p.id());
            case Actor.Alarm alarm -> phrase.say(" by " + alarm.source());
            case Actor.Muster ignored -> phrase;
        };
    }

    private static Phrase because(FreeText reason) {
        return reason.isBlank() ? Phrase.EMPTY : Phrase.of(": ").quote(reason);
    }
}
