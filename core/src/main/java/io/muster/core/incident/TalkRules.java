package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.talk.Mark;
import io.muster.core.talk.Spot;

import java.util.Optional;

/** What belongs into the timeline, and who follows the incident. */
final class TalkRules {
    private TalkRules() {}

    static Decision decide(Incident incident, TalkCommand command, Moment moment) {
        return switch (command) {
            case TalkCommand.MarkMessage c -> mark(incident, c, moment);
            case TalkCommand.RecordRead c -> read(incident, c);
            case TalkCommand.RecordUnreadable c -> unreadable(incident, c);
            case TalkCommand.WithdrawMessage c -> withdraw(incident, c.spot(), moment);
            case TalkCommand.Follow ignored -> follow(incident, moment);
            case TalkCommand.Unfollow ignored -> unfollow(incident, moment);
            case TalkCommand.OfferCommand c -> HandoverRules.offer(incident, c, moment);
            case TalkCommand.TakeCommand ignored -> HandoverRules.take(incident, moment);
            case TalkCommand.DeclineCommand ignored -> HandoverRules.decline(incident, moment);
        };
    }

    private static Decision mark(
            Incident incident, TalkCommand.MarkMessage command, Moment moment) {
        if (incident.dossier().talk().standing(command.spot()).isPresent()) {
            return Decision.refuse("That message is in the timeline already.");
        }
        if (command.said().isAfter(moment.now())
                && command.said().isAfter(moment.now().plus(java.time.Duration.ofMinutes(5)))) {
            return Decision.refuse("That message is not written yet.");
        }
        return Decision.accept(
                new TalkEvent.MessageMarked(
                        command.spot(), command.said(), command.quoted(), command.origin()));
    }

    private static Decision read(Incident incident, TalkCommand.RecordRead command) {
        Optional<Mark> mark = incident.dossier().talk().find(command.spot());
        if (mark.isEmpty() || mark.get().quoted().isPresent()) {
            return Decision.refuse("That message need not be read.");
        }
        return Decision.accept(
                new TalkEvent.MessageRead(command.spot(), mark.get().said(), command.quoted()));
    }

    private static Decision unreadable(Incident incident, TalkCommand.RecordUnreadable command) {
        Optional<Mark> mark = incident.dossier().talk().find(command.spot());
        if (mark.isEmpty() || mark.get().quoted().isPresent()) {
            return Decision.refuse("That message need not be read.");
        }
        return Decision.accept(
                new TalkEvent.MessageUnreadable(
                        command.spot(), mark.get().said(), command.reason()));
    }

    /** Whoever put it there takes it back; what others put there is not theirs to remove. */
    private static Decision withdraw(Incident incident, Spot spot, Moment moment) {
        Optional<Mark> mark = incident.dossier().talk().standing(spot);
        if (mark.isEmpty()) {
            return Decision.refuse("That message is not in the timeline.");
        }
        Optional<PersonId> by = mark.get().by();
        if (by.isPresent() && !by.equals(moment.by().person())) {
            return Decision.refuse(
                    Phrase.EMPTY
                            .who(by.get())
                            .say(" put that message into the timeline and can take it back."));
        }
        return Decision.accept(
                new TalkEvent.MessageWithdrawn(
                        mark.get().spot(), mark.get().said(), mark.get().quoted()));
    }

    private static Decision follow(Incident incident, Moment moment) {
        Optional<PersonId> person = moment.by().person();
        if (person.isEmpty()) {
            return Decision.refuse("Only people can follow an incident.");
        }
        if (incident.dossier().talk().followers().contains(person.get())) {
            return Decision.refuse(
                    Phrase.of("You follow " + incident.id() + " already. To stop: ")
                            .code("/incident unsubscribe " + incident.id())
                            .say("."));
        }
        if (incident.header().isPrivate() && !incident.crew().has(person.get())) {
            return Decision.refuse(
                    incident.id() + " is private. Come into its channel first, then follow it.");
        }
        return Decision.accept(new TalkEvent.IncidentFollowed(person.get()));
    }

    private static Decision unfollow(Incident incident, Moment moment) {
        return moment.by()
                .person()
                .filter(incident.dossier().talk().followers()::contains)
                .map(person -> Decision.accept(new TalkEvent.IncidentUnfollowed(person)))
                .orElseGet(() ->
                        Decision.refuse(
                                Phrase.of("You do not follow " + incident.id() + ". To begin: ")
                                        .code("/incident subscribe " + incident.id())
                                        .say(".")));
    }
}
