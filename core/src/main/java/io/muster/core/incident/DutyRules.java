package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.approval.Draft;
import io.muster.core.policy.DutyName;
import io.muster.core.policy.HoldGround;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What may be said and done about telling those outside. */
final class DutyRules {
    private DutyRules() {}

    static Decision decide(Incident incident, DutyCommand command, Moment moment) {
        return switch (command) {
            case DutyCommand.DischargeDuty c ->
                    about(
                            c.duty(),
                            incident,
                            moment,
                            duty -> SubmissionRules.discharge(duty, c, moment));
            case DutyCommand.SendAgain c ->
                    about(
                            c.duty(),
                            incident,
                            moment,
                            duty -> SubmissionRules.again(duty, c, moment));
            case DutyCommand.ExplainDelay c ->
                    about(c.duty(), incident, moment, duty -> SubmissionRules.explain(duty, c));
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

    private static Decision waive(DutyCase duty, DutyCommand.WaiveDuty c) {
        if (duty.standing().discharged().isPresent()) {
            return Decision.refuse("That is recorded as sent already.");
        }
        if (duty.standing().waived().isPresent()) {
            return Decision.refuse("That is decided already.");
        }
        Optional<Draft> underWay = SubmissionRules.unfinished(duty, Optional.empty());
        if (underWay.isPresent()) {
            return Decision.refuse(
                    underWay.get().label()
                            + " is its notice and is under way. Withdraw it first, then decide.");
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
        Optional<Decision> tooLong = tooLong(duty, ground.get(), c.until(), moment);
        if (tooLong.isPresent()) {
            return tooLong.get();
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

    /** All holds on one ground share its time, however often it is put on hold anew. */
    private static Optional<Decision> tooLong(
            DutyCase duty, HoldGround ground, Instant until, Moment moment) {
        Optional<Instant> before =
                Optional.ofNullable(duty.standing().firstHeld().get(ground.text()));
        Instant first = before.orElse(moment.now());
        return ground.longest()
                .filter(longest -> until.isAfter(first.plus(longest)))
                .map(longest -> {
                    Phrase words =
                            Phrase.of(
                                    "On this ground it may wait "
                                            + longest.toDays()
                                            + " days at most");
                    return Decision.refuse(
                            before.isEmpty()
                                    ? words.say(".")
                                    : words.say(", all holds together. The first began ")
                                            .at(first)
                                            .say("."));
                });
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
            return Decision.refuse(SubmissionRules.FUTURE);
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
}
