package io.muster.core.notice;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.Needless;
import io.muster.core.incident.ReachEvent;
import io.muster.core.reach.Matter;
import io.muster.core.reach.Reach;
import io.muster.core.roster.Way;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is ordered leaves; what could not be delivered comes back to those who work on it. */
final class ReachReactions {
    private static final String OTHERWISE = "They are tried by another way now.";

    private ReachReactions() {}

    static List<Effect> to(ReachEvent event, Incident after) {
        return switch (event) {
            case ReachEvent.ReachPlanned ignored -> List.of(); // the record holds it
            case ReachEvent.ReachOrdered e -> ordered(e);
            case ReachEvent.ReachDelivered ignored -> List.of(); // what follows from it says so
            case ReachEvent.ReachFailed e -> failed(e, after);
            case ReachEvent.PageRefused e -> List.of(line(refused(e, after)));
        };
    }

    private static List<Effect> ordered(ReachEvent.ReachOrdered e) {
        if (e.matter() == Matter.DIGEST) {
            return List.of(); // one mail for all incidents of the day
        }
        return List.of(
                e.way().kind() == Way.Kind.WEBHOOK
                        ? new Effect.Hook(e.number(), e.way().webhook())
                        : new Effect.Mail(e.number()));
    }

    private static List<Effect> failed(ReachEvent.ReachFailed e, Incident after) {
        Optional<Reach> reach = after.dossier().reaches().find(e.number());
        return reach.filter(r -> !Needless.page(r, after))
                .map(r -> List.<Effect>of(line(whatNow(r, e.why(), after))))
                .orElse(List.of()); // the record has it
    }

    private static Phrase refused(ReachEvent.PageRefused e, Incident after) {
        boolean otherwise = pages(Optional.of(e.person()), after).anyMatch(r -> !r.hasFailed());
        return Phrase.of("Slack did not take the page to ")
                .who(e.person())
                .say(": " + e.why() + ". ")
                .say(otherwise ? OTHERWISE : "Reach them by hand.");
    }

    /** How somebody was called beside the chat. */
    private static Stream<Reach> pages(Optional<PersonId> person, Incident after) {
        return after.dossier().reaches().all().stream()
                .filter(r -> r.matter() == Matter.PAGE)
                .filter(r -> person.isPresent() && r.to().person().equals(person));
    }

    /** Whom it concerned and what it was, never an address: everyone in the channel reads it. */
    private static Phrase whatNow(Reach reach, String why, Incident after) {
        boolean mail = reach.way().equals(Way.EMAIL);
        Phrase what =
                (mail
                                ? Phrase.of("The e-mail to ").then(whom(reach))
                                : Phrase.of("The " + reach.way().words()))
                        .say(mail ? " was not delivered: " : " was not called: ")
                        .say(why)
                        .say(". ");
        return switch (reach.matter()) {
            case PAGE, WORD, DIGEST ->
                    reach.to().person().isPresent() || !mail
                            ? what.say(
                                    pages(reach.to().person(), after).anyMatch(Reach::isOpen)
                                            ? OTHERWISE
                                            : "Reach them by hand.")
                            : what.say("Tell them by hand, then record it: ")
                                    .code("/incident matrix told " + reach.about() + " <how>");
            case APPROVAL -> what.say("Ask them by hand.");
            case REPORT -> what.say("Present it by hand, then record it in the post-mortem.");
            case NOTICE -> what.say("Send it to them by hand.");
            case ACKNOWLEDGED, RESOLVED -> what.say("Silence it there by hand.");
        };
    }

    private static Phrase whom(Reach reach) {
        Phrase as = Phrase.of(reach.as().isBlank() ? "somebody outside" : reach.as());
        return reach.to()
                .person()
                .map(p ->
                        Phrase.EMPTY
                                .who(p)
                                .say(reach.as().isBlank() ? "" : " (" + reach.as() + ")"))
                .orElse(as);
    }

    /** The clock of somebody outside, to whom a mail leaves now: nobody has to be reminded. */
    static boolean tellsOutsiders(IncidentEvent.ObligationRang e, Incident after) {
        return e.told().isEmpty()
                && after.dossier().reaches().all().stream()
                        .anyMatch(r ->
                                r.isOpen()
                                        && e.id().clock().value().equals("audience." + r.about()));
    }

    private static Effect line(Phrase phrase) {
        return new Effect.Say(MessageKey.NONE, new Notice.Line(Notice.Tone.BAD, phrase));
    }
}
