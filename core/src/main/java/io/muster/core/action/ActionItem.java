package io.muster.core.action;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.policy.ClockName;
import io.muster.core.policy.RoleName;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that is done so that it does not happen again: specific, owned by a person, due on a
 * day.
 *
 * @param due the end of the day on which it is due, in the policy's zone
 * @param day that day, {@code 2026-03-20}: shown as it is, because a reader's own zone would shift
 *     it
 * @param verification how it will be known to be done; may be blank
 * @param ticket where the work is tracked; may be blank
 * @param outcome how it was done, or why it was dropped; blank while it is open
 * @param doneBy who said that it is done
 */
public record ActionItem(
        int number,
        FreeText text,
        ActionKind kind,
        PersonId owner,
        Instant addedAt,
        Instant due,
        String day,
        FreeText verification,
        FreeText ticket,
        State state,
        FreeText outcome,
        Optional<Actor> doneBy) {
    private static final String CLOCK = "action.";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    public ActionItem {
        Objects.requireNonNull(text);
        Objects.requireNonNull(owner);
    }

    /** Where an action item stands. */
    public enum State {
        OPEN,
        /** Its owner, or somebody for them, says that it is done. */
        DONE,
        /** Somebody else has looked: it is. */
        VERIFIED,
        /** It will not be done, for a reason that was given. */
        DROPPED;

        /** How it is said. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it is still to be done. */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether it is still to be done and its day has passed. */
    public boolean overdue(Instant now) {
        return isOpen() && now.isAfter(due);
    }

    /** The clock of its promise. */
    public ClockName clock() {
        return new ClockName(CLOCK + number);
    }

    /** By what the ladder of its promise means its owner, whoever that is by then. */
    public RoleName ownersRole() {
        return ownersRole(number);
    }

    static RoleName ownersRole(int number) {
        return new RoleName("owner of action item " + number);
    }

    /** The number of the action item whose clock this is. */
    public static Optional<Integer> numberOf(ClockName clock) {
        String name = clock.value();
        return name.startsWith(CLOCK) && name.substring(CLOCK.length()).matches("\\d{1,4}")
                ? Optional.of(Integer.parseInt(name.substring(CLOCK.length())))
                : Optional.empty();
    }

    /** The day in words: {@code 20 Mar 2026}. */
    public String dayInWords() {
        return inWords(day);
    }

    /** A day as it is stored, in words; what is no day is shown as it is. */
    public static String inWords(String day) {
        try {
            return DAY.format(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            return day;
        }
    }

    ActionItem ownedBy(PersonId person) {
        return new ActionItem(
                number,
                text,
                kind,
                person,
                addedAt,
                due,
                day,
                verification,
                ticket,
                state,
                outcome,
                doneBy);
    }

    ActionItem due(Instant end, String newDay) {
        return new ActionItem(
                number,
                text,
                kind,
                owner,
                addedAt,
                end,
                newDay,
                verification,
                ticket,
                state,
                outcome,
                doneBy);
    }

    ActionItem described(FreeText words, ActionKind sort, FreeText proof, FreeText link) {
        return new ActionItem(
                number, words, sort, owner, addedAt, due, day, proof, link, state, outcome, doneBy);
    }

    ActionItem at(State next, FreeText why, Optional<Actor> by) {
        return new ActionItem(
                number, text, kind, owner, addedAt, due, day, verification, ticket, next, why, by);
    }
}
