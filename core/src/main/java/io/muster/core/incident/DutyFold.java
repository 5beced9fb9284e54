package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.duty.Duties;
import io.muster.core.duty.Standing;
import io.muster.core.policy.DutyName;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What stands about the duties to notify after it. */
final class DutyFold {
    private DutyFold() {}

    static Duties after(Duties before, DutyEvent event, Happened happened) {
        return switch (event) {
            case DutyEvent.DutyDischarged e -> {
                DutyName duty = new DutyName(e.duty());
                yield before.with(duty, before.of(duty).with(discharged(e, happened)));
            }
            case DutyEvent.DutyExercised e -> {
                DutyName duty = new DutyName(e.duty());
                yield before.with(duty, before.of(duty).with(exercised(e, happened)));
            }
            case DutyEvent.DutySentAgain e ->
                    known(before, e.duty(), sent -> sent.and(again(e, happened)));
            case DutyEvent.DutyDelayExplained e ->
                    known(before, e.duty(), sent -> sent.late(e.reason()));
            case DutyEvent.DutySentOutside e ->
                    known(before, e.duty(), sent -> sent.approvedOutside(e.approver()));
            case DutyEvent.DutyWaived e -> {
                DutyName duty = new DutyName(e.duty());
                yield before.with(
                        duty,
                        before.of(duty)
                                .with(
                                        new Standing.Waived(
                                                e.reason(), happened.by(), happened.at())));
            }
            case DutyEvent.DutyTakenBack e -> {
                DutyName duty = new DutyName(e.duty());
                yield before.with(duty, before.of(duty).takenBack());
            }
            case DutyEvent.DutyHeld e -> {
                DutyName duty = new DutyName(e.duty());
                yield before.with(
                        duty,
                        before.of(duty)
                                .with(
                                        new Standing.Held(
                                                e.ground(),
                                                e.until(),
                                                e.reason(),
                                                happened.by(),
                                                happened.at())));
            }
            case DutyEvent.DutyReleased e -> {
                DutyName duty = new DutyName(e.duty());
                yield before.with(duty, before.of(duty).released());
            }
            case DutyEvent.VendorToldUs e ->
                    before.with(
                            new Duties.VendorNotice(
                                    e.vendor(),
                                    e.toldAt(),
                                    e.said(),
                                    happened.by(),
                                    happened.at()));
            case DutyEvent.SeverityReached e -> before.reaching(e.severity(), happened.at());
        };
    }

    private static Standing.Discharged discharged(DutyEvent.DutyDischarged e, Happened happened) {
        return discharged(e.sentAt(), e.proof(), e.draft(), happened);
    }

    private static Standing.Discharged exercised(DutyEvent.DutyExercised e, Happened happened) {
        return discharged(e.sentAt(), e.proof(), e.draft(), happened);
    }

    private static Standing.Discharged discharged(
            Instant sentAt, FreeText proof, Optional<Integer> draft, Happened happened) {
        return new Standing.Discharged(
                sentAt,
                proof,
                draft,
                FreeText.NONE,
                FreeText.NONE,
                happened.by(),
                happened.at(),
                List.of());
    }

    private static Standing.Again again(DutyEvent.DutySentAgain e, Happened happened) {
        return new Standing.Again(
                e.sentAt(), e.proof(), e.draft(), e.outside(), happened.by(), happened.at());
    }

    /** More about what was recorded as sent. */
    private static Duties known(
            Duties before, String name, UnaryOperator<Standing.Discharged> more) {
        DutyName duty = new DutyName(name);
        return before.of(duty)
                .discharged()
                .map(sent -> before.with(duty, before.of(duty).with(more.apply(sent))))
                .orElse(before);
    }
}
