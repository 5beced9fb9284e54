package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.policy.SeverityName;

import java.time.Instant;
import java.util.Optional;

/**
 * What was said and done about telling those outside. Deadlines are the obligations called {@code
 * duty.…}.
 */
public sealed interface DutyEvent extends DossierEvent {
    /**
     * A notice was sent.
     *
     * @param title the duty as the policy called it then
     * @param sentAt when it was sent, as whoever recorded it says
     * @param proof by what it can be shown: a reference number, a link
     * @param draft the number of the approved draft that was sent, if it was one
     */
    record DutyDischarged(
            String duty, String title, Instant sentAt, FreeText proof, Optional<Integer> draft)
            implements DutyEvent {}

    /**
     * In a drill the notice was taken as far as the door: it counts as sent, and nothing left the
     * building.
     *
     * @param sentAt when that was, as whoever recorded it says
     * @param draft the number of the approved draft that was played with, if there was one
     */
    record DutyExercised(
            String duty, String title, Instant sentAt, FreeText proof, Optional<Integer> draft)
            implements DutyEvent {}

    /**
     * More was sent to the same end after the first notice: a correction, an update. The first one
     * stays what it was.
     *
     * @param outside who approved its words, if they were not written and approved here
     * @param exercise nothing left the building: it was a drill
     */
    record DutySentAgain(
            String duty,
            String title,
            Instant sentAt,
            FreeText proof,
            Optional<Integer> draft,
            FreeText outside,
            boolean exercise)
            implements DutyEvent {}

    /**
     * A notice was sent without having been written and approved here.
     *
     * @param approver who approved its words, as whoever recorded it says
     */
    record DutySentOutside(String duty, String title, FreeText approver) implements DutyEvent {}

    /** Somebody said why a notice was sent late. */
    record DutyDelayExplained(String duty, String title, FreeText reason) implements DutyEvent {}

    /** It was decided not to notify. */
    record DutyWaived(String duty, String title, FreeText reason) implements DutyEvent {}

    /** The decision not to notify, or the record that it was sent, was taken back. */
    record DutyTakenBack(String duty, String title, FreeText reason) implements DutyEvent {}

    /**
     * A notice waits.
     *
     * @param ground the ground, in the words of the law
     */
    record DutyHeld(String duty, String title, String ground, Instant until, FreeText reason)
            implements DutyEvent {}

    /** A notice waits no longer. */
    record DutyReleased(String duty, String title, FreeText reason) implements DutyEvent {}

    /**
     * A vendor told us of an incident of theirs.
     *
     * @param toldAt when they told us, as somebody here says
     */
    record VendorToldUs(FreeText vendor, Instant toldAt, FreeText said) implements DutyEvent {}

    /** The incident was of this severity, or graver, for the first time; a duty counts from it. */
    record SeverityReached(SeverityName severity) implements DutyEvent {}
}
