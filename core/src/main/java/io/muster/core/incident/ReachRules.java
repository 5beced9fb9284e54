package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.audience.Audience;
import io.muster.core.audience.Cell;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.Hearing;
import io.muster.core.policy.Reviewing;
import io.muster.core.reach.Addressee;
import io.muster.core.reach.Matter;
import io.muster.core.reach.PlannedStep;
import io.muster.core.reach.Reach;
import io.muster.core.reach.Reaches;
import io.muster.core.roster.Actor;
import io.muster.core.roster.Contact;
import io.muster.core.roster.Way;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What became of reaching somebody, and what follows from it. */
final class ReachRules {
    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    private ReachRules() {}

    static Decision decide(Incident incident, ReachCommand command, Moment moment) {
        return switch (command) {
            case ReachCommand.RecordReached c -> reached(incident, c, moment);
            case ReachCommand.RecordUnreached c -> unreached(incident, c, moment);
            case ReachCommand.RecordPageRefused c -> refused(incident, c, moment);
            case ReachCommand.MailNotice c -> MailingRules.mail(incident, c, moment);
        };
    }

    private static Decision reached(
            Incident incident, ReachCommand.RecordReached c, Moment moment) {
        Optional<Reach> reach = open(incident, c.number(), moment);
        if (reach.isEmpty()) {
            return known();
        }
        Reach it = reach.get();
        List<IncidentEvent> events = new ArrayList<>();
        events.add(
                new ReachEvent.ReachDelivered(it.number(), it.way(), it.to(), c.proof(), c.hash()));
        switch (it.matter()) {
            case PAGE, WORD, DIGEST -> told(incident, it, c.proof(), moment, events);
            case REPORT -> presented(incident, it, c.proof(), moment, events);
            case NOTICE -> MailingRules.settled(incident, it, true, moment, events);
            case APPROVAL, ACKNOWLEDGED, RESOLVED -> {}
        }
        return new Decision.Accepted(events);
    }

    private static Decision unreached(
            Incident incident, ReachCommand.RecordUnreached c, Moment moment) {
        Optional<Reach> reach = open(incident, c.number(), moment);
        if (reach.isEmpty()) {
            return known();
        }
        Reach it = reach.get();
        List<IncidentEvent> events = new ArrayList<>();
        events.add(new ReachEvent.ReachFailed(it.number(), it.way(), it.to(), c.why()));
        if (it.matter() == Matter.NOTICE) {
            MailingRules.settled(incident, it, false, moment, events);
        }
        if (it.matter() == Matter.PAGE) {
            it.to().person().ifPresent(person -> events.addAll(nextStep(incident, person)));
        }
        return new Decision.Accepted(events);
    }

    /** Once for each time that they are called, however often Slack was asked. */
    private static Decision refused(
            Incident incident, ReachCommand.RecordPageRefused c, Moment moment) {
        if (!moment.by().equals(Actor.muster())
                || incident.dossier().reaches().isRefused(c.person())) {
            return known();
        }
        List<IncidentEvent> events = new ArrayList<>();
        events.add(new ReachEvent.PageRefused(c.person(), c.why()));
        events.addAll(nextStep(incident, c.person()));
        return new Decision.Accepted(events);
    }

    /** Whom one way did not reach, there is no use in waiting for: the next way is tried now. */
    private static List<IncidentEvent> nextStep(Incident incident, PersonId person) {
        return incident.obligations().open().stream()
                .filter(o -> o.id().clock().equals(Reaches.clock(person)))
                .min(Comparator.comparing(Obligation::due))
                .map(step -> step(incident, step))
                .orElse(List.of());
    }

    /** Only Muster knows what a server answered it. */
    private static Optional<Reach> open(Incident incident, int number, Moment moment) {
        return moment.by().equals(Actor.muster())
                ? incident.dossier().reaches().find(number).filter(Reach::isOpen)
                : Optional.empty();
    }

    private static Decision known() {
        return Decision.refuse("That is in the record already, or is not yours to say.");
    }

    /** Word that was taken for delivery is word; the proof stands with it. */
    private static void told(
            Incident incident,
            Reach reach,
            String proof,
            Moment moment,
            List<IncidentEvent> events) {
        if (reach.way().kind() != Way.Kind.EMAIL || reach.to().person().isPresent()) {
            return;
        }
        incident.dossier().audiences().all().values().stream()
                .filter(a -> a.role().value().equals(reach.about()))
                .filter(Audience::isOpen)
                .findFirst()
                .ifPresent(a ->
                        events.add(
                                new AudienceEvent.AudienceTold(
                                        a.role(),
                                        a.title(),
                                        Audience.How.EMAIL,
                                        List.of(),
                                        FreeText.of("Message-ID " + proof),
                                        a.owed()
                                                .map(Cell::due)
                                                .filter(moment.now()::isAfter)
                                                .isPresent(),
                                        Optional.empty())));
    }

    private static void presented(
            Incident incident,
            Reach reach,
            String proof,
            Moment moment,
            List<IncidentEvent> events) {
        boolean owed =
                incident.dossier().review().approved()
                        && incident.dossier().review().presentation(reach.about()).isEmpty();
        if (owed) {
            events.add(
                    new ReviewEvent.ReviewPresented(
                            reach.about(),
                            hearing(reach.about(), moment).map(Hearing::title).orElse(reach.as()),
                            moment.now(),
                            FreeText.of("By e-mail, Message-ID " + proof)));
        }
    }

    private static Optional<Hearing> hearing(String name, Moment moment) {
        return moment.policy().reviewing().map(Reviewing::hearings).stream()
                .flatMap(List::stream)
                .filter(h -> h.name().equals(name))
                .findFirst();
    }

    /** The roles, as people say them, in which this person will be tried by another way. */
    static List<String> triedAs(Incident incident, PersonId person) {
        return incident.obligations().open().stream()
                .map(Obligation::id)
                .filter(id -> id.clock().equals(Reaches.clock(person)))
                .flatMap(id -> incident.dossier().reaches().planOf(id).stream())
                .map(Reaches.Plan::as)
                .distinct()
                .toList();
    }

    /** The time of a planned step has come: it happens once, whoever knocks and however often. */
    static Decision ring(Incident incident, IncidentCommand.Ring command, Moment moment) {
        Optional<Obligation> promise =
                incident.obligations().find(command.obligation()).filter(Obligation::isOpen);
        Optional<Reaches.Plan> plan = incident.dossier().reaches().planOf(command.obligation());
        if (promise.isEmpty() || plan.isEmpty()) {
            return Decision.refuse("That step is settled.");
        }
        if (promise.get().due().isAfter(moment.now())) {
            return Decision.refuse("That step is not due yet.");
        }
        return new Decision.Accepted(step(incident, promise.get()));
    }

    /** What was planned is done. */
    private static List<IncidentEvent> step(Incident incident, Obligation promise) {
        Reaches.Plan plan = incident.dossier().reaches().planOf(promise.id()).orElseThrow();
        PlannedStep step = plan.step(promise.id()).orElseThrow();
        return List.of(
                order(incident, step.way(), plan),
                new IncidentEvent.ObligationMet(
                        promise.id(), promise.title(), promise.due(), false));
    }

    /** A person who was called is tried by this way now. */
    static IncidentEvent order(Incident incident, Way way, Reaches.Plan plan) {
        int number = incident.dossier().reaches().next();
        return new ReachEvent.ReachOrdered(
                number,
                way,
                Addressee.of(plan.person()),
                Matter.PAGE,
                plan.role(),
                plan.as(),
                Optional.empty(),
                way.kind() == Way.Kind.WEBHOOK ? Optional.of(number) : Optional.empty());
    }

    /** A mail to somebody who is not in the chat. */
    static IncidentEvent mail(
            Incident incident, Contact contact, Matter matter, String about, String title) {
        return new ReachEvent.ReachOrdered(
                incident.dossier().reaches().next(),
                Way.EMAIL,
                Addressee.of(contact),
                matter,
                about,
                title,
                Optional.empty(),
                Optional.empty());
    }

    /** Whether people outside can be written to at all; in a drill nothing leaves the building. */
    static boolean mailsOutside(Incident incident, Moment moment) {
        return moment.roster().reach().mail() && !incident.header().drill();
    }

    /**
     * Whether those who must know are to be told by mail: nobody in the chat holds the role,
     * somebody outside does, and they have not been written to.
     */
    static boolean isToBeMailed(Incident incident, Audience audience, Moment moment) {
        return mailsOutside(incident, moment)
                && audience.isOpen()
                && !moment.roster().elsewhere(audience.role()).isEmpty()
                && Reachable.everyone(audience.role(), incident, moment.roster()).isEmpty()
                && incident.dossier().reaches().mailsTo(audience.role().value()).isEmpty();
    }

    /** A mail that left just now is given its time before anybody is reminded. */
    static boolean wasMailedJustNow(Incident incident, Audience audience, Moment moment) {
        return incident.dossier().reaches().mailsTo(audience.role().value()).stream()
                .filter(Reach::isOpen)
                .anyMatch(r -> r.ordered().plus(A_MOMENT).isAfter(moment.now()));
    }

    /**
     * The mails to all outsiders of a role. Several in one decision are numbered one after the
     * other.
     */
    static List<IncidentEvent> mails(
            Incident incident, Audience audience, Matter matter, Moment moment) {
        List<IncidentEvent> events = new ArrayList<>();
        Incident now = incident;
        for (Contact contact : moment.roster().elsewhere(audience.role())) {
            IncidentEvent mail =
                    mail(now, contact, matter, audience.role().value(), audience.title());
            events.add(mail);
            now = now.apply(new Happened(mail, moment.by(), moment.now()));
        }
        return events;
    }

    /** Asked for by hand: write to them now, once more if it failed before. */
    static Optional<Decision> tell(Incident incident, Audience audience, Moment moment) {
        boolean canMail =
                mailsOutside(incident, moment)
                        && !moment.roster().elsewhere(audience.role()).isEmpty()
                        && Reachable.everyone(audience.role(), incident, moment.roster()).isEmpty();
        if (!canMail) {
            return Optional.empty();
        }
        boolean under =
                incident.dossier().reaches().mailsTo(audience.role().value()).stream()
                        .anyMatch(Reach::isOpen);
        return Optional.of(
                under
                        ? Decision.refuse(
                                Phrase.of(
                                        "A mail to "
                                                + audience.title()
                                                + " is on its way already."))
                        : new Decision.Accepted(mails(incident, audience, Matter.WORD, moment)));
    }
}
