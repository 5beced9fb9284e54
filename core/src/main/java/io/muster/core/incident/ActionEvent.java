package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.action.ActionKind;

import java.time.Instant;
import java.util.List;

/** An action item was made, moved or settled. */
public sealed interface ActionEvent extends DossierEvent {
    /** Which one. */
    int number();

    /**
     * It was added.
     *
     * @param due the end of the day on which it is due, in the policy's zone
     * @param day that day, {@code 2026-03-20}
     */
    record ActionAdded(
            int number,
            FreeText text,
            ActionKind kind,
            PersonId owner,
            Instant due,
            String day,
            FreeText verification,
            FreeText ticket)
            implements ActionEvent {
        @Override
        public List<PersonId> bringsIn() {
            return List.of(owner);
        }
    }

    /** It was put into other words. */
    record ActionDescribed(
            int number, FreeText text, ActionKind kind, FreeText verification, FreeText ticket)
            implements ActionEvent {}

    /** It was given to somebody else. */
    record ActionHandedOver(int number, PersonId from, PersonId to, FreeText reason)
            implements ActionEvent {
        @Override
        public List<PersonId> bringsIn() {
            return List.of(to);
        }
    }

    /** It got another day. */
    record ActionRescheduled(
            int number, Instant from, String fromDay, Instant to, String day, FreeText reason)
            implements ActionEvent {}

    /** It was done. */
    record ActionDone(int number, FreeText how) implements ActionEvent {}

    /** Somebody else than who did it looked. */
    record ActionVerified(int number, FreeText how) implements ActionEvent {}

    /** It is to be done again. */
    record ActionReopened(int number, FreeText reason) implements ActionEvent {}

    /** It will not be done. */
    record ActionDropped(int number, FreeText reason) implements ActionEvent {}
}
