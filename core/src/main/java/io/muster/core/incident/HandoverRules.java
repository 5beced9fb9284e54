package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.policy.Act;
import io.muster.core.policy.Role;
import io.muster.core.talk.Handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Command passes from one shift to the next: it is offered with what is open, and the old commander
 * remains until the new one takes it, so that there is never nobody.
 */
final class HandoverRules {
    private HandoverRules() {}

    static Decision offer(Incident incident, TalkCommand.OfferCommand command, Moment moment) {
        if (incident.status().isOver()) {
            return LifecycleRules.over(incident);
        }
        Optional<PersonId> commander = incident.commander();
        if (commander.isEmpty()) {
            return Decision.refuse(
                    Phrase.of("Nobody commands yet. Give the command with ")
                            .code("/incident assign commander @person")
                            .say("."));
        }
        Optional<Decision> refusal = notTheirs(incident, commander.get(), moment);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (commander.get().equals(command.to())) {
            return Decision.refuse(Phrase.EMPTY.who(command.to()).say(" commands already."));
        }
        Optional<Handover> before = standing(incident);
        if (before.filter(h -> h.to().equals(command.to())).isPresent()) {
            return Decision.refuse(
                    Phrase.EMPTY
                            .who(command.to())
                            .say(" is asked already and has not taken the command yet."));
        }
        List<IncidentEvent> events = new ArrayList<>();
        incident.dossier()
                .talk()
                .handover()
                .ifPresent(old -> events.add(ended(old, "somebody else is asked")));
        events.add(
                new TalkEvent.HandoverOffered(
                        commander.get(),
                        command.to(),
                        OpenMatters.clocks(incident),
                        OpenMatters.work(incident, moment.policy()),
                        command.word()));
        return new Decision.Accepted(events);
    }

    static Decision take(Incident incident, Moment moment) {
        Optional<Handover> offer = standing(incident).filter(h -> isFor(h, moment));
        if (offer.isEmpty()) {
            return nothingOffered(incident);
        }
        if (incident.status().isOver()) {
            return LifecycleRules.over(incident);
        }
        Handover handover = offer.get();
        return new Decision.Accepted(
                List.of(
                        new TalkEvent.HandoverTaken(handover.from(), handover.to()),
                        new IncidentEvent.RoleAssigned(
                                Role.COMMANDER,
                                moment.policy().titleOf(Role.COMMANDER),
                                handover.to(),
                                Optional.of(handover.from()),
                                false)));
    }

    static Decision decline(Incident incident, Moment moment) {
        return standing(incident)
                .filter(h -> isFor(h, moment))
                .<Decision>map(h -> Decision.accept(ended(h, "it was not taken")))
                .orElseGet(() -> nothingOffered(incident));
    }

    /** Somebody was given the command in another way: what was offered lapses. */
    static void follow(Unfolding unfolding) {
        Incident incident = unfolding.incident();
        incident.dossier()
                .talk()
                .handover()
                .filter(h -> !incident.commander().equals(Optional.of(h.from())))
                .ifPresent(h -> unfolding.happens(ended(h, "somebody was given the command")));
    }

    private static Optional<Decision> notTheirs(
            Incident incident, PersonId commander, Moment moment) {
        boolean commands = moment.by().person().filter(commander::equals).isPresent();
        return commands ? Optional.empty() : AccessRules.refusal(incident, Act.ASSIGN, moment);
    }

    private static Optional<Handover> standing(Incident incident) {
        return incident.dossier()
                .talk()
                .handover()
                .filter(h -> incident.commander().filter(h.from()::equals).isPresent());
    }

    private static boolean isFor(Handover handover, Moment moment) {
        return moment.by().person().filter(handover.to()::equals).isPresent();
    }

    private static TalkEvent.HandoverEnded ended(Handover handover, String why) {
        return new TalkEvent.HandoverEnded(handover.from(), handover.to(), why);
    }

    private static Decision nothingOffered(Incident incident) {
        Phrase words = Phrase.of("The command of " + incident.id() + " is not offered to you. ");
        return Decision.refuse(
                incident.commander()
                        .map(commander -> words.say("Ask ").who(commander).say("."))
                        .orElse(
                                words.say("Nobody commands: take it with ")
                                        .code("/incident assign commander @you")
                                        .say(".")));
    }
}
