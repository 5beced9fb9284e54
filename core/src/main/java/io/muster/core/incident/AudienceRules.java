package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.audience.Audience;
import io.muster.core.audience.Cell;
import io.muster.core.fact.Answer;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.Role;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.Target;
import io.muster.core.reach.Matter;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** Who is told of the incident, by whom, and who need not be. */
final class AudienceRules {
    private AudienceRules() {}

    static Decision decide(Incident incident, AudienceCommand command, Moment moment) {
        return switch (command) {
            case AudienceCommand.TellAudience c -> tell(incident, c, moment);
            case AudienceCommand.RecordTold c -> told(incident, c, moment);
            case AudienceCommand.RuleOutAudience c -> ruleOut(incident, c);
            case AudienceCommand.ConfirmSeen ignored -> seen(incident, moment);
            case AudienceCommand.SendDigest ignored -> digest(incident, moment);
        };
    }

    private static Decision tell(Incident incident, AudienceCommand.TellAudience c, Moment moment) {
        Optional<Audience> audience = named(incident, c.role());
        if (audience.isEmpty() || audience.get().told().isPresent()) {
            return AudienceRefusals.notOpen(incident, c.role(), audience);
        }
        return telling(incident, audience.get(), moment)
                .map(Decision::accept)
                .or(() -> ReachRules.tell(incident, audience.get(), moment))
                .orElseGet(() -> AudienceRefusals.nobodyToWriteTo(audience.get(), moment));
    }

    private static Decision told(Incident incident, AudienceCommand.RecordTold c, Moment moment) {
        Optional<Audience> audience = named(incident, c.role());
        if (audience.isEmpty() || audience.get().told().isPresent()) {
            return AudienceRefusals.notOpen(incident, c.role(), audience);
        }
        if (c.how().isBlank()) {
            return Decision.refuse(
                    Phrase.of("Say how they were told: ")
                            .code("/incident matrix told " + c.role() + " <how>")
                            .say(". An auditor will ask."));
        }
        return Decision.accept(word(audience.get(), byHand(incident), List.of(), c.how(), moment));
    }

    /** In a drill nobody outside is told, however convincing the phone call was. */
    private static Audience.How byHand(Incident incident) {
        return incident.header().drill() ? Audience.How.EXERCISE : Audience.How.BY_HAND;
    }

    private static Decision ruleOut(Incident incident, AudienceCommand.RuleOutAudience c) {
        Optional<Audience> audience = named(incident, c.role());
        if (audience.isEmpty() || audience.get().told().isPresent()) {
            return AudienceRefusals.notOpen(incident, c.role(), audience);
        }
        if (audience.get().ruledOut().isPresent()) {
            return Decision.refuse(
                    audience.get().title() + ": recorded as not applicable already.");
        }
        if (c.reason().isBlank()) {
            return Decision.refuse(
                    Phrase.of("Say why they need not be told: ")
                            .code("/incident matrix na " + c.role() + " <reason>")
                            .say(". An auditor will ask."));
        }
        return Decision.accept(
                new AudienceEvent.AudienceNotApplicable(
                        c.role(),
                        audience.get().title(),
                        c.reason(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static Decision seen(Incident incident, Moment moment) {
        Optional<PersonId> person = moment.by().person();
        List<Audience> told =
                person.map(p -> incident.dossier().audiences().toldTo(p)).orElse(List.of());
        SequencedSet<String> unseen = new LinkedHashSet<>();
        told.stream()
                .filter(audience -> !audience.wasSeenBy(person.orElseThrow()))
                .map(Audience::title)
                .forEach(unseen::add);
        person.ifPresent(p -> unseen.addAll(ReachRules.triedAs(incident, p)));
        if (!unseen.isEmpty()) {
            return Decision.accept(
                    new AudienceEvent.AudienceSeen(person.orElseThrow(), List.copyOf(unseen)));
        }
        return Decision.refuse(
                told.isEmpty()
                        ? "You were not told of "
                                + incident.id()
                                + " by the plan; nothing to confirm."
                        : "It is in the record already that you have seen it.");
    }

    private static Decision digest(Incident incident, Moment moment) {
        if (!moment.by().equals(Actor.muster())) {
            return Decision.refuse("The digest goes out by itself.");
        }
        List<IncidentEvent> told =
                incident.dossier().audiences().open().stream()
                        .filter(a -> is(a, Cell.When.DIGEST))
                        .filter(a -> conditionHolds(incident, a))
                        .flatMap(a -> digesting(incident, a, moment))
                        .toList();
        return told.isEmpty()
                ? Decision.refuse("Nobody is owed " + incident.id() + " by digest.")
                : new Decision.Accepted(told);
    }

    private static Stream<IncidentEvent> digesting(
            Incident incident, Audience audience, Moment moment) {
        Optional<IncidentEvent> told = telling(incident, audience, moment, Audience.How.DIGEST);
        return told.isEmpty() && ReachRules.isToBeMailed(incident, audience, moment)
                ? ReachRules.mails(incident, audience, Matter.DIGEST, moment).stream()
                : told.stream();
    }

    /**
     * The clock of somebody who must be told knocks: if Muster can write to them, it does that
     * instead of reminding others to.
     */
    static Optional<Decision> rung(Incident incident, IncidentCommand.Ring command, Moment moment) {
        return AudienceRow.role(command.obligation().clock())
                .flatMap(incident.dossier().audiences()::find)
                .filter(Audience::isOpen)
                .filter(a -> !is(a, Cell.When.DIGEST))
                .filter(a -> conditionHolds(incident, a))
                .filter(ignored -> knocks(incident, command, moment.now()))
                .flatMap(a ->
                        telling(incident, a, moment)
                                .map(Decision::accept)
                                .or(() -> mailing(incident, command, a, moment)));
    }

    /** The same to those who are not in the chat; the clock goes on until the mail was taken. */
    private static Optional<Decision> mailing(
            Incident incident, IncidentCommand.Ring command, Audience audience, Moment moment) {
        boolean now = ReachRules.isToBeMailed(incident, audience, moment);
        if (!now && !ReachRules.wasMailedJustNow(incident, audience, moment)) {
            return Optional.empty();
        }
        Obligation clock = incident.obligations().find(command.obligation()).orElseThrow();
        List<IncidentEvent> events = new ArrayList<>();
        if (now) {
            events.addAll(ReachRules.mails(incident, audience, Matter.WORD, moment));
        }
        events.add(ObligationRules.rangForNobody(clock, moment));
        return Optional.of(new Decision.Accepted(events));
    }

    private static boolean knocks(Incident incident, IncidentCommand.Ring command, Instant now) {
        return incident.obligations()
                .find(command.obligation())
                .flatMap(Obligation::next)
                .filter(next -> !next.isAfter(now))
                .isPresent();
    }

    /** How Muster tells them; empty if nobody in the chat holds the role. */
    static Optional<IncidentEvent> telling(Incident incident, Audience audience, Moment moment) {
        return is(audience, Cell.When.AT_ONCE)
                ? calling(incident, audience, moment)
                : telling(incident, audience, moment, Audience.How.MESSAGE);
    }

    private static Optional<IncidentEvent> calling(
            Incident incident, Audience audience, Moment moment) {
        List<PersonId> people =
                Reachable.people(Target.onDuty(audience.role()), incident, moment.roster());
        return people.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new IncidentEvent.RolePaged(
                                audience.role(),
                                audience.title(),
                                people,
                                IncidentEvent.PageCause.POLICY,
                                FreeText.NONE));
    }

    private static Optional<IncidentEvent> telling(
            Incident incident, Audience audience, Moment moment, Audience.How how) {
        List<PersonId> people = Reachable.everyone(audience.role(), incident, moment.roster());
        return people.isEmpty()
                ? Optional.empty()
                : Optional.of(word(audience, how, people, FreeText.NONE, moment));
    }

    private static IncidentEvent word(
            Audience audience,
            Audience.How how,
            List<PersonId> people,
            FreeText note,
            Moment moment) {
        boolean late = audience.owed().filter(cell -> moment.now().isAfter(cell.due())).isPresent();
        return new AudienceEvent.AudienceTold(
                audience.role(), audience.title(), how, people, note, late, Optional.empty());
    }

    /**
     * Whether the answer that their cell hangs on has been given and is yes, or it hangs on none.
     */
    static boolean conditionHolds(Incident incident, Audience audience) {
        return audience.owed()
                .flatMap(Cell::onlyIf)
                .map(question ->
                        incident.dossier().facts().answer(question).equals(Optional.of(Answer.YES)))
                .orElse(true);
    }

    /**
     * Whether a role that must know at once is to be called. Not if it was told before, unless that
     * word said no more than that there is something; and not if only a person can reach it.
     */
    static boolean isToBeCalled(RoleName role, Incident incident, Moment moment) {
        boolean outside = moment.policy().role(role).filter(Role::audience).isPresent();
        boolean byHand =
                Reachable.people(Target.onDuty(role), incident, moment.roster()).isEmpty()
                        && !moment.roster().elsewhere(role).isEmpty();
        return !outside && !byHand && !knowsAll(role, incident);
    }

    private static boolean knowsAll(RoleName role, Incident incident) {
        return incident.dossier()
                .audiences()
                .find(role)
                .flatMap(Audience::told)
                .filter(word ->
                        !incident.header().isPrivate()
                                || word.people().stream().allMatch(incident.crew()::has))
                .isPresent();
    }

    /** Whoever was told may say that they have seen it, even if they may not look into it. */
    static boolean isConfirmedByWhoeverWasTold(
            Incident incident, IncidentCommand command, PersonId person) {
        return command instanceof AudienceCommand.ConfirmSeen
                && !incident.dossier().audiences().toldTo(person).isEmpty();
    }

    private static boolean is(Audience audience, Cell.When when) {
        return audience.owed().filter(cell -> cell.when() == when).isPresent();
    }

    private static Optional<Audience> named(Incident incident, RoleName role) {
        return incident.dossier()
                .audiences()
                .find(role)
                .filter(a -> a.owed().isPresent() || a.told().isPresent());
    }
}
