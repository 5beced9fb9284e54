package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.policy.Act;
import io.muster.core.policy.DutyName;

import java.time.Instant;
import java.util.Optional;

/** What is asked about duties to notify. */
public sealed interface DutyCommand extends DossierCommand {
    /**
     * It was sent.
     *
     * @param lateBecause why it was late; blank if it was not, or nobody says
     * @param approver who approved words that were not written here; blank if they were
     */
    record DischargeDuty(
            DutyName duty,
            Instant sentAt,
            FreeText proof,
            Optional<Integer> draft,
            FreeText lateBecause,
            FreeText approver)
            implements DutyCommand {
        /** With nobody named who approved the words. */
        public DischargeDuty(
                DutyName duty,
                Instant sentAt,
                FreeText proof,
                Optional<Integer> draft,
                FreeText lateBecause) {
            this(duty, sentAt, proof, draft, lateBecause, FreeText.NONE);
        }
    }

    /**
     * We sent more to the same end: a correction, an update.
     *
     * @param approver who approved its words
     */
    record SendAgain(DutyName duty, Instant sentAt, FreeText proof, FreeText approver)
            implements DutyCommand {}

    /** It was sent late, and this is why. */
    record ExplainDelay(DutyName duty, FreeText reason) implements DutyCommand {}

    /** We decide not to notify. */
    record WaiveDuty(DutyName duty, FreeText reason) implements DutyCommand {}

    /** That was wrong: it is owed after all. */
    record TakeBackDuty(DutyName duty, FreeText reason) implements DutyCommand {}

    /** It has to wait, on this ground of the law. */
    record HoldDuty(DutyName duty, String ground, Instant until, FreeText reason)
            implements DutyCommand {}

    /** It need not wait any longer. */
    record ReleaseDuty(DutyName duty, FreeText reason) implements DutyCommand {}

    /** A vendor told us. */
    record RecordVendorNotice(FreeText vendor, Instant toldAt, FreeText said)
            implements DutyCommand {}

    @Override
    default Optional<Act> act() {
        return Optional.of(
                switch (this) {
                    case DischargeDuty ignored -> Act.TELL;
                    case SendAgain ignored -> Act.TELL;
                    case ExplainDelay ignored -> Act.TELL;
                    case WaiveDuty ignored -> Act.DECIDE_DUTY;
                    case TakeBackDuty ignored -> Act.DECIDE_DUTY;
                    case HoldDuty ignored -> Act.DECIDE_DUTY;
                    case ReleaseDuty ignored -> Act.DECIDE_DUTY;
                    case RecordVendorNotice ignored -> Act.RECORD_FACT;
                });
    }
}
