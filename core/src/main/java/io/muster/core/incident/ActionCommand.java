package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.action.ActionKind;
import io.muster.core.policy.Act;

import java.time.LocalDate;
import java.util.Optional;

/** What is done so that it does not happen again. Items are named by their number. */
public sealed interface ActionCommand extends DossierCommand {
    /**
     * Somebody does something by some day.
     *
     * @param owner empty if nobody was named, which is refused kindly
     * @param due the day, in the policy's calendar; empty if none was named
     * @param verification how it will be known to be done; may be blank
     * @param ticket where the work is tracked; may be blank
     */
    record AddAction(
            FreeText text,
            ActionKind kind,
            Optional<PersonId> owner,
            Optional<LocalDate> due,
            FreeText verification,
            FreeText ticket)
            implements ActionCommand {}

    /** The same in better words. */
    record DescribeAction(
            int number, FreeText text, ActionKind kind, FreeText verification, FreeText ticket)
            implements ActionCommand {}

    /** Somebody else does it. */
    record HandOverAction(int number, PersonId to, FreeText reason) implements ActionCommand {}

    /** It is due on another day. */
    record RescheduleAction(int number, LocalDate to, FreeText reason) implements ActionCommand {}

    /**
     * It is done.
     *
     * @param how what shows it; may be blank
     */
    record FinishAction(int number, FreeText how) implements ActionCommand {}

    /** Somebody else has looked, and it is done. */
    record VerifyAction(int number, FreeText how) implements ActionCommand {}

    /** It was not done after all, or is needed after all. */
    record ReopenAction(int number, FreeText reason) implements ActionCommand {}

    /** It will not be done. */
    record DropAction(int number, FreeText reason) implements ActionCommand {}

    @Override
    default Optional<Act> act() {
        return Optional.of(Act.ACTION);
    }
}
