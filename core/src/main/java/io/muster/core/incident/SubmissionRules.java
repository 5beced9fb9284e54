package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Stage;
import io.muster.core.duty.Standing;
import io.muster.core.policy.DutyName;
import io.muster.core.policy.DutyStart;
import io.muster.core.policy.NotificationRule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What may be recorded as sent, and what that does to the duty. The same holds for what is recorded
 * by hand and for a notice that was approved here.
 */
final class SubmissionRules {
    static final String FUTURE =
            "That is in the future. Record it when it has happened, with the time that it had.";

    private SubmissionRules() {}

    static Decision discharge(DutyCase duty, DutyCommand.DischargeDuty c, Moment moment) {
        if (duty.standing().discharged().isPresent()) {
            return Decision.refuse("That is recorded as sent already.");
        }
        Optional<Draft> unsent = unfinished(duty, c.draft());
        if (duty.standing().waived().isEmpty() && unsent.isPresent()) {
            return unsent(unsent.get());
        }
        Optional<Decision> no =
                outOfPlace(duty)
                        .or(() -> unproven(c.sentAt(), c.proof(), moment))
                        .or(() -> unapproved(duty, isOutside(duty, c), c.approver()))
                        .or(() -> unexplained(duty, c.sentAt(), c.lateBecause()));
        return no.orElseGet(() -> new Decision.Accepted(discharged(duty, c)));
    }

    private static List<IncidentEvent> discharged(DutyCase duty, DutyCommand.DischargeDuty c) {
        String name = duty.rule().name().value();
        String title = duty.rule().title();
        List<IncidentEvent> events = new ArrayList<>();
        events.add(discharged(duty.incident(), name, title, c.sentAt(), c.proof(), c.draft()));
        if (isOutside(duty, c)) {
            events.add(new DutyEvent.DutySentOutside(name, title, c.approver()));
        }
        events.addAll(reasons(duty, c.sentAt(), c.lateBecause()));
        return events;
    }

    /** What is sent again never changes when the first was sent; only updates count from it. */
    static Decision again(DutyCase duty, DutyCommand.SendAgain c, Moment moment) {
        Optional<Standing.Discharged> first = duty.standing().discharged();
        if (first.isEmpty()) {
            return Decision.refuse("Nothing is recorded as sent yet. Record that first.");
        }
        Optional<Draft> unsent = unfinished(duty, Optional.empty());
        if (unsent.isPresent()) {
            return unsent(unsent.get());
        }
        if (c.sentAt().isBefore(first.get().sentAt())) {
            return Decision.refuse(
                    Phrase.of("The first was sent ")
                            .at(first.get().sentAt())
                            .say(", and nothing can have been sent again before."));
        }
        if (isKnown(first.get(), c)) {
            return Decision.refuse("That is in the record already.");
        }
        boolean outside = duty.wantsApproval();
        return unproven(c.sentAt(), c.proof(), moment)
                .or(() -> unapproved(duty, outside, c.approver()))
                .orElseGet(() ->
                        Decision.accept(
                                new DutyEvent.DutySentAgain(
                                        duty.rule().name().value(),
                                        duty.rule().title(),
                                        c.sentAt(),
                                        c.proof(),
                                        Optional.empty(),
                                        outside ? c.approver() : FreeText.NONE,
                                        duty.incident().header().drill())));
    }

    private static boolean isKnown(Standing.Discharged first, DutyCommand.SendAgain c) {
        boolean asFirst = first.sentAt().equals(c.sentAt()) && first.proof().equals(c.proof());
        return asFirst
                || first.again().stream()
                        .anyMatch(
                                a -> a.sentAt().equals(c.sentAt()) && a.proof().equals(c.proof()));
    }

    /** The reasons can come later: what goes out by itself cannot be asked for them. */
    static Decision explain(DutyCase duty, DutyCommand.ExplainDelay c) {
        Optional<Standing.Discharged> sent = duty.standing().discharged();
        if (sent.isEmpty()) {
            return Decision.refuse("Nothing is recorded as sent, so nothing was sent late.");
        }
        if (!sent.get().lateBecause().isBlank()) {
            return Decision.refuse("Why it was late is in the record already.");
        }
        if (!duty.sentLate(sent.get().sentAt())) {
            return Decision.refuse("It was sent in time, so there is nothing to explain.");
        }
        if (c.reason().isBlank()) {
            return Decision.refuse("Say why it was late.");
        }
        return new Decision.Accepted(reasons(duty, sent.get().sentAt(), c.reason()));
    }

    /** Why the duty that this notice answers cannot be recorded as met by it. */
    static Optional<Decision> refusal(
            Draft draft, Instant sentAt, FreeText lateBecause, Incident incident, Moment moment) {
        return DutyCase.answeredBy(draft, incident, moment.policy())
                .filter(duty -> duty.standing().discharged().isEmpty())
                .flatMap(duty -> outOfPlace(duty).or(() -> unexplained(duty, sentAt, lateBecause)));
    }

    /** Why this notice is not to be sent: its duty was decided about, or another comes first. */
    static Optional<Decision> refusal(Draft draft, Incident incident, Moment moment) {
        return DutyCase.answeredBy(draft, incident, moment.policy())
                .filter(duty -> duty.standing().discharged().isEmpty())
                .flatMap(SubmissionRules::outOfPlace);
    }

    /** Why this notice is not to be let go: it was decided that nobody is told. */
    static Optional<Decision> decidedNotTo(Draft draft, Incident incident) {
        return draft.duty()
                .map(DutyName::new)
                .flatMap(duty -> incident.dossier().duties().of(duty).waived())
                .map(waived ->
                        Decision.refuse(
                                "It was decided not to notify. Take that decision back first, then"
                                        + " release "
                                        + draft.label()
                                        + "."));
    }

    /** What sending this notice does to the duty that it answers, if it answers one. */
    static List<IncidentEvent> of(Incident incident, Draft draft, Instant sentAt, FreeText proof) {
        return draft.duty().stream()
                .filter(duty -> standing(incident, duty).waived().isEmpty())
                .map(duty -> sent(incident, duty, draft, sentAt, proof))
                .toList();
    }

    private static IncidentEvent sent(
            Incident incident, String duty, Draft draft, Instant sentAt, FreeText proof) {
        Optional<Integer> number = Optional.of(draft.number());
        return standing(incident, duty).discharged().isEmpty()
                ? discharged(incident, duty, draft.title(), sentAt, proof, number)
                : new DutyEvent.DutySentAgain(
                        duty,
                        draft.title(),
                        sentAt,
                        proof,
                        number,
                        FreeText.NONE,
                        incident.header().drill());
    }

    private static Standing standing(Incident incident, String duty) {
        return incident.dossier().duties().of(new DutyName(duty));
    }

    /** The reasons for being late of the notice that was just sent, if it was. */
    static List<IncidentEvent> reasons(
            Draft draft, Instant sentAt, FreeText lateBecause, Incident incident, Moment moment) {
        return DutyCase.answeredBy(draft, incident, moment.policy())
                .filter(duty -> !duty.standing().settled())
                .map(duty -> reasons(duty, sentAt, lateBecause))
                .orElse(List.of());
    }

    private static List<IncidentEvent> reasons(DutyCase duty, Instant sentAt, FreeText because) {
        return because.isBlank() || !duty.sentLate(sentAt)
                ? List.of()
                : List.of(
                        new DutyEvent.DutyDelayExplained(
                                duty.rule().name().value(), duty.rule().title(), because));
    }

    /** In a drill nothing is recorded as having been sent to the world. */
    private static DutyEvent discharged(
            Incident incident,
            String duty,
            String title,
            Instant sentAt,
            FreeText proof,
            Optional<Integer> draft) {
        return incident.header().drill()
                ? new DutyEvent.DutyExercised(duty, title, sentAt, proof, draft)
                : new DutyEvent.DutyDischarged(duty, title, sentAt, proof, draft);
    }

    /** The words that are on their way to approval: what they tell is not told by other words. */
    static Optional<Draft> unfinished(DutyCase duty, Optional<Integer> but) {
        return duty.incident().dossier().drafts().all().stream()
                .filter(d -> d.duty().equals(Optional.of(duty.rule().name().value())))
                .filter(d -> !Optional.of(d.number()).equals(but))
                .filter(d -> d.stage() != Stage.SENT && d.stage() != Stage.WITHDRAWN)
                .findFirst();
    }

    private static Decision unsent(Draft draft) {
        return Decision.refuse(
                draft.label()
                        + " is its notice and has not been sent yet. When it is approved and"
                        + " released, mark that one as sent; if it is not needed, withdraw it.");
    }

    private static Optional<Decision> outOfPlace(DutyCase duty) {
        if (duty.standing().waived().isPresent()) {
            return Optional.of(
                    Decision.refuse(
                            "It was decided not to notify. Take that decision back first, then"
                                    + " record it."));
        }
        return duty.rule().from() instanceof DutyStart.Sending first && duty.start().isEmpty()
                ? Optional.of(
                        Decision.refuse(
                                "It follows "
                                        + title(duty, first.duty())
                                        + ". Record that one first."))
                : Optional.empty();
    }

    private static Optional<Decision> unproven(Instant sentAt, FreeText proof, Moment moment) {
        if (sentAt.isAfter(moment.now())) {
            return Optional.of(Decision.refuse(FUTURE));
        }
        return proof.isBlank()
                ? Optional.of(
                        Decision.refuse(
                                "Say by what it can be shown: a reference number, a link, a message"
                                        + " id."))
                : Optional.empty();
    }

    private static boolean isOutside(DutyCase duty, DutyCommand.DischargeDuty c) {
        return c.draft().isEmpty() && duty.isToBeApproved();
    }

    private static Optional<Decision> unapproved(
            DutyCase duty, boolean outside, FreeText approver) {
        return outside && approver.isBlank()
                ? Optional.of(
                        Decision.refuse(
                                Phrase.of("The policy wants the words of ")
                                        .strong(duty.rule().title())
                                        .say(
                                                " approved before they go, and no notice was written"
                                                        + " here. Write it: ")
                                        .code("/incident notify")
                                        .say(
                                                ", then Write the notice. If it went out without"
                                                        + " Muster, say who approved it: that stays in"
                                                        + " the record.")))
                : Optional.empty();
    }

    private static Optional<Decision> unexplained(
            DutyCase duty, Instant sentAt, FreeText lateBecause) {
        boolean wanted =
                duty.rule().lateNeedsReasons() && lateBecause.isBlank() && duty.sentLate(sentAt);
        return wanted
                ? Optional.of(
                        Decision.refuse(
                                "It was late, and the law wants the reasons. Say why it was late."))
                : Optional.empty();
    }

    private static String title(DutyCase duty, DutyName other) {
        return duty.policy()
                .notifications()
                .duty(other)
                .map(NotificationRule::title)
                .map(title -> "\"" + title + "\"")
                .orElse("\"" + other + "\"");
    }
}
