package io.muster.core.timeline;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.incident.AudienceEvent;
import io.muster.core.incident.DossierEvent;
import io.muster.core.incident.Happened;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.ReachEvent;
import io.muster.core.incident.TaskEvent;
import io.muster.core.roster.Actor;

import java.util.List;

/** One sentence for every event, so that nothing that happened is missing from the story. */
public final class Timeline {
    private Timeline() {}

    /** The sentence, without its time and without its actor. */
    public static Phrase what(IncidentEvent event) {
        return switch (event) {
            case IncidentEvent.Declared e ->
                    Phrase.of(
                                    (e.suspicion() ? "Reported privately" : "Declared")
                                            + " as "
                                            + e.severity())
                            .say(e.drill() ? " (drill): " : ": ")
                            .quote(e.title());
            case IncidentEvent.Acknowledged ignored -> Phrase.of("Acknowledged");
            case IncidentEvent.Confirmed e ->
                    Phrase.of("Confirmed as an incident")
                            .say(e.kind().map(k -> ", " + k).orElse(""))
                            .say(e.by().map(by -> ", by " + by).orElse(""));
            case IncidentEvent.Classified e -> Phrase.of("Classified as " + e.title());
            case IncidentEvent.Dismissed e -> because("Dismissed: not an incident", e.reason());
            case IncidentEvent.SeverityChanged e ->
                    because(
                            (e.raised() ? "Raised" : "Lowered")
                                    + " from "
                                    + e.from()
                                    + " to "
                                    + e.to(),
                            e.reason());
            case IncidentEvent.PhaseStarted e ->
                    Phrase.of(e.title() + " started")
                            .say(e.undone().map(m -> " again: not " + m.word()).orElse(""))
                            .say(e.undone().isPresent() ? " any more" : "");
            case IncidentEvent.PhaseFinished e -> finished(e);
            case IncidentEvent.ItemTicked e ->
                    Phrase.of("Done: " + e.text() + (e.byItself() ? " (shown by the record)" : ""));
            case IncidentEvent.ItemUnticked e -> Phrase.of("Opened again: " + e.text());
            case IncidentEvent.RoleAssigned e ->
                    Phrase.EMPTY
                            .who(e.person())
                            .say(" became " + e.title())
                            .say(e.byPolicy() ? ", as the policy says" : "");
            case IncidentEvent.RolePaged e -> paged(e);
            case IncidentEvent.UpdatePosted e -> update(e);
            case IncidentEvent.NoteAdded e -> Phrase.of("Note: ").quote(e.text());
            case IncidentEvent.Resolved e -> because("Resolved", e.summary());
            case IncidentEvent.Reopened e -> because("Reopened", e.reason());
            case IncidentEvent.Closed e ->
                    e.override().isBlank()
                            ? Phrase.of("Closed after the stability watch")
                            : because("Closed before the stability watch was over", e.override());
            case IncidentEvent.ObligationOpened e ->
                    Phrase.of("Clock started: " + e.obligation().title() + ", due ")
                            .at(e.obligation().due());
            case IncidentEvent.ObligationMet e ->
                    Phrase.of("Clock met" + (e.late() ? " late: " : ": ") + e.title());
            case IncidentEvent.ObligationReturned e -> Phrase.of("Owed again: " + e.title());
            case IncidentEvent.ObligationMissed e ->
                    Phrase.of("Missed: " + e.title())
                            .say(
                                    e.turns() > 1
                                            ? ", " + Spoken.count(e.turns(), "time") + " in a row"
                                            : "");
            case IncidentEvent.ObligationDropped e ->
                    Phrase.of("Clock stopped: " + e.title() + " (" + e.why() + ")");
            case IncidentEvent.ObligationMoved e ->
                    Phrase.of("Clock moved: " + e.title() + ", from ")
                            .at(e.from())
                            .say(" to ")
                            .at(e.to())
                            .say(" (" + e.why() + ")");
            case IncidentEvent.ObligationRejudged e ->
                    Phrase.of("Judged anew: " + e.title() + (e.late() ? ", late" : ", in time"));
            case IncidentEvent.ObligationRang e -> rang(e);
            case IncidentEvent.ObligationSnoozed e ->
                    Phrase.of("Reminder snoozed: " + e.title() + ", until ").at(e.until());
            case IncidentEvent.RoomOpened e -> Phrase.of("Channel #" + e.name() + " opened");
            case IncidentEvent.RoomRefused e ->
                    Phrase.of("The channel could not be opened: " + e.reason());
            case IncidentEvent.PersonJoined e -> Phrase.EMPTY.who(e.person()).say(" came in");
            case TaskEvent e -> TaskLines.what(e);
            case DossierEvent e -> DossierLines.what(e);
        };
    }

    /** The sentence with its actor: what happened, and by whose hand. */
    public static Phrase sentence(Happened happened) {
        Phrase what = what(happened.event());
        if (followsFromThePolicy(happened.event())) {
            return what;
        }
        return switch (happened.by()) {
            case Actor.Person p -> what.say(" — ").who(p.id());
            case Actor.Alarm alarm -> what.say(" — " + alarm.source());
            case Actor.Muster ignored -> what;
        };
    }

    /** What nobody decided: it is in the record because of what somebody did just before. */
    private static boolean followsFromThePolicy(IncidentEvent event) {
        return switch (event) {
            case IncidentEvent.RoleAssigned e -> e.byPolicy();
            case IncidentEvent.RolePaged e ->
                    e.cause() == IncidentEvent.PageCause.DECLARED
                            || e.cause() == IncidentEvent.PageCause.POLICY
                            || e.cause() == IncidentEvent.PageCause.SEVERITY
                            || e.cause() == IncidentEvent.PageCause.ALERT;
            case IncidentEvent.ObligationOpened ignored -> true;
            case IncidentEvent.ObligationMoved ignored -> true;
            case IncidentEvent.ObligationRejudged ignored -> true;
            case IncidentEvent.ObligationReturned ignored -> true;
            case IncidentEvent.ObligationDropped ignored -> true;
            case IncidentEvent.ObligationMissed ignored -> true;
            case IncidentEvent.ObligationRang ignored -> true;
            case IncidentEvent.RoomOpened ignored -> true;
            case IncidentEvent.RoomRefused ignored -> true;
            case IncidentEvent.PersonJoined ignored -> true;
            case TaskEvent ignored -> false;
            case AudienceEvent.AudiencesOwed ignored -> true;
            case ReachEvent e -> ReachLines.followsFromThePolicy(e);
            case DossierEvent ignored -> false;
            case IncidentEvent.Declared ignored -> false;
            case IncidentEvent.Acknowledged ignored -> false;
            case IncidentEvent.Confirmed ignored -> false;
            case IncidentEvent.Classified ignored -> false;
            case IncidentEvent.Dismissed ignored -> false;
            case IncidentEvent.SeverityChanged ignored -> false;
            case IncidentEvent.PhaseStarted ignored -> false;
            case IncidentEvent.PhaseFinished ignored -> false;
            case IncidentEvent.ItemTicked ignored -> false;
            case IncidentEvent.ItemUnticked ignored -> false;
            case IncidentEvent.UpdatePosted ignored -> false;
            case IncidentEvent.NoteAdded ignored -> false;
            case IncidentEvent.Resolved ignored -> false;
            case IncidentEvent.Reopened ignored -> false;
            case IncidentEvent.Closed ignored -> false;
            case IncidentEvent.ObligationMet ignored -> false;
            case IncidentEvent.ObligationSnoozed ignored -> false;
        };
    }

    private static Phrase finished(IncidentEvent.PhaseFinished e) {
        if (e.leftOpen().isEmpty()) {
            return Phrase.of(e.title() + " finished");
        }
        String open = Spoken.count(e.leftOpen().size(), "required item");
        return because(e.title() + " finished with " + open + " left open", e.override());
    }

    private static Phrase paged(IncidentEvent.RolePaged e) {
        if (e.people().isEmpty()) {
            return Phrase.of("Nobody holds the role " + e.title() + "; nobody was told as such");
        }
        Phrase told = Phrase.of("Told ").everyone(e.people()).say(" (" + e.title() + ")");
        return e.reason().isBlank() ? told : told.say(": ").quote(e.reason());
    }

    private static Phrase update(IncidentEvent.UpdatePosted e) {
        Phrase phrase = Phrase.of("Update " + e.number() + ": ").quote(e.known());
        Phrase doing = e.doing().isBlank() ? phrase : phrase.say(" · Doing: ").quote(e.doing());
        return e.need().isBlank() ? doing : doing.say(" · Need: ").quote(e.need());
    }

    private static Phrase rang(IncidentEvent.ObligationRang e) {
        List<PersonId> people =
                e.told().stream().flatMap(t -> t.people().stream()).distinct().toList();
        Phrase phrase =
                Phrase.of((e.escalation() ? "Escalated: " : "Reminded: ") + e.title() + ", due ")
                        .at(e.due());
        return people.isEmpty()
                ? phrase.say("; nobody holds the roles that should hear it")
                : phrase.say("; told ").everyone(people);
    }

    private static Phrase because(String what, FreeText reason) {
        return reason.isBlank() ? Phrase.of(what) : Phrase.of(what + ": ").quote(reason);
    }
}
