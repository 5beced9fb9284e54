package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Stage;
import io.muster.core.duty.Standing;
import io.muster.core.policy.DutyName;
import io.muster.core.policy.DutyStart;
import io.muster.core.policy.HoldGround;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What may be said and done about telling those outside. */
final class DutyRules {
    private static final String FUTURE =
            "That is in the future. Record it when it has happened, with the time that it had.";

    private DutyRules() {}

    static Decision decide(Incident incident, DutyCommand command, Moment moment) {
        return switch (command) {
            case DutyCommand.DischargeDuty c ->
                    about(c.duty(), incident, moment, duty -> discharge(duty, c, moment));
            case DutyCommand.WaiveDuty c ->
                    about(c.duty(), incident, moment, duty -> waive(duty, c));
            case DutyCommand.TakeBackDuty c ->
                    about(c.duty(), incident, moment, duty -> takeBack(duty, c));
            case DutyCommand.HoldDuty c ->
                    about(c.duty(), incident, moment, duty -> hold(duty, c, moment));
            case DutyCommand.ReleaseDuty c ->
                    about(c.duty(), incident, moment, duty -> release(duty, c));
            case DutyCommand.RecordVendorNotice c -> vendor(incident, c, moment);
        };
    }

    private static Decision about(
            DutyName name, Incident incident, Moment moment, Function<DutyCase, Decision> rule) {
        return moment.policy()
                .notifications()
                .duty(name)
                .map(duty -> rule.apply(new DutyCase(incident, moment.policy(), duty)))
                .orElseGet(() ->
                        Decision.refuse("\"" + name + "\" is not a duty that this policy knows."));
    }

    private static Decision discharge(DutyCase duty, DutyCommand.DischargeDuty c, Moment moment) {
        Standing standing = duty.standing();
        if (standing.discharged().isPresent()) {
            return Decision.refuse("That is recorded as sent already.");
        }
        if (standing.waived().isPresent()) {
            return Decision.refuse(
                    "It was decided not to notify. Take that decision back first, then record it.");
        }
        Optional<Draft> unsent = notice(duty, c);
        if (unsent.isPresent()) {
            return Decision.refuse(
                    unsent.get().label()
                            + " is its notice and has not been sent yet. When it is approved and"
                            + " released, mark that one as sent; if it is not needed, withdraw it.");
        }
        if (c.sentAt().isAfter(moment.now())) {
            return Decision.refuse(FUTURE);
        }
        if (c.proof().isBlank()) {
            return Decision.refuse(
                    "Say by what it can be shown: a reference number, a link, a message id.");
        }
        if (duty.rule().from() instanceof DutyStart.Sending(DutyName first)
                && duty.start().isEmpty()) {
            return Decision.refuse("It follows " + title(duty, first) + ". Record that one first.");
        }
        if (isOutside(duty, c) && c.approver().isBlank()) {
            return unapproved(duty);
        }
        boolean late = duty.sentLate(c.sentAt());
        if (late && duty.rule().lateNeedsReasons() && c.lateBecause().isBlank()) {
            return Decision.refuse(
                    "It was late, and the law wants the reasons. Say why it was late.");
        }
        return discharged(duty, c, late);
    }

    /** The words that are on their way to approval: what they tell is not told by other words. */
    private static Optional<Draft> notice(DutyCase duty, DutyCommand.DischargeDuty c) {
        return duty.incident().dossier().drafts().all().stream()
                .filter(d -> d.duty().equals(Optional.of(duty.rule().name().value())))
                .filter(d -> !Optional.of(d.number()).equals(c.draft()))
                .filter(d -> d.stage() != Stage.SENT && d.stage() != Stage.WITHDRAWN)
                .findFirst();
    }

    private static boolean isOutside(DutyCase duty, DutyCommand.DischargeDuty c) {
        return c.draft().isEmpty() && duty.isToBeApproved();
    }

    private static Decision unapproved(DutyCase duty) {
        return Decision.refuse(
                Phrase.of("The policy wants the words of ")
                        .strong(duty.rule().title())
                        .say(" approved before they go, and no notice was written here. Write it: ")
                        .code("/incident notify")
                        .say(
                                ", then Write the notice. If it went out without Muster, say who"
                                        + " approved it: that stays in the record."));
    }

    private static Decision discharged(DutyCase duty, DutyCommand.DischargeDuty c, boolean late) {
        String name = duty.rule().name().value();
        String title = duty.rule().title();
        List<IncidentEvent> events = new ArrayList<>();
        events.add(
                SendingRules.discharged(
                        duty.incident(), name, title, c.sentAt(), c.proof(), c.draft()));
        if (isOutside(duty, c)) {
            events.add(new DutyEvent.DutySentOutside(name, title, c.approver()));
        }
        if (late && !c.lateBecause().isBlank()) {
            events.add(new DutyEvent.DutyDelayExplained(name, title, c.lateBecause()));
        }
        return new Decision.Accepted(events);
    }

    private static Decision waive(DutyCase duty, DutyCommand.WaiveDuty c) {
        if (duty.standing().discharged().isPresent()) {
            return Decision.refuse("That is recorded as sent already.");
        }
        if (duty.standing().waived().isPresent()) {
            return Decision.refuse("That is decided already.");
        }
        if (c.reason().isBlank()) {
            return Decision.refuse("Say why nobody has to be notified: an auditor will ask.");
        }
        return Decision.accept(
                new DutyEvent.DutyWaived(
                        duty.rule().name().value(), duty.rule().title(), c.reason()));
    }

    private static Decision takeBack(DutyCase duty, DutyCommand.TakeBackDuty c) {
        if (!duty.standing().settled()) {
            return Decision.refuse("Nothing is decided or sent, so there is nothing to take back.");
        }
        if (c.reason().isBlank()) {
            return Decision.refuse("Say why it is owed after all.");
        }
        return Decision.accept(
                new DutyEvent.DutyTakenBack(
                        duty.rule().name().value(), duty.rule().title(), c.reason()));
    }

    private static Decision hold(DutyCase duty, DutyCommand.HoldDuty c, Moment moment) {
        if (duty.standing().settled()) {
            return Decision.refuse("Nothing is owed here any more, so nothing can wait.");
        }
        Optional<HoldGround> ground = duty.rule().hold(c.ground());
        if (ground.isEmpty()) {
            return Decision.refuse(
                    duty.rule().holds().isEmpty()
                            ? "No law names a ground on which this may wait. Its clock runs on."
                            : "That is no ground on which the law lets this wait.");
        }
        if (!c.until().isAfter(moment.now())) {
            return Decision.refuse("That has passed already. Say until when it has to wait.");
        }
        Optional<Instant> longest = ground.get().longest().map(moment.now()::plus);
        if (longest.filter(c.until()::isAfter).isPresent()) {
            return Decision.refuse(
                    "On this ground it may wait "
                            + ground.get().longest().orElseThrow().toDays()
                            + " days at most.");
        }
        if (c.reason().isBlank()) {
            return Decision.refuse("Say who asked for it, and where that is written.");
        }
        return Decision.accept(
                new DutyEvent.DutyHeld(
                        duty.rule().name().value(),
                        duty.rule().title(),
                        ground.get().text(),
                        c.until(),
                        c.reason()));
    }

    private static Decision release(DutyCase duty, DutyCommand.ReleaseDuty c) {
        if (duty.standing().held().isEmpty()) {
            return Decision.refuse("It does not wait for anything.");
        }
        return Decision.accept(
                new DutyEvent.DutyReleased(
                        duty.rule().name().value(), duty.rule().title(), c.reason()));
    }

    private static Decision vendor(
            Incident incident, DutyCommand.RecordVendorNotice c, Moment moment) {
        if (c.vendor().equals(FreeText.NONE)) {
            return Decision.refuse("Say which vendor told us.");
        }
        if (c.toldAt().isAfter(moment.now())) {
            return Decision.refuse(FUTURE);
        }
        boolean known =
                incident.dossier().duties().vendorNotices().stream()
                        .anyMatch(n ->
                                n.vendor().equals(c.vendor())
                                        && n.toldAt().equals(c.toldAt())
                                        && n.said().equals(c.said()));
        return known
                ? Decision.refuse("That is in the record already.")
                : Decision.accept(new DutyEvent.VendorToldUs(c.vendor(), c.toldAt(), c.said()));
    }

    private static String title(DutyCase duty, DutyName other) {
        return duty.policy()
                .notifications()
                .duty(other)
                .map(rule -> "\"" + rule.title() + "\"")
                .orElse("\"" + other + "\"");
    }
}
