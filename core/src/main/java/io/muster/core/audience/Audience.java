package io.muster.core.audience;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.policy.QuestionName;
import io.muster.core.policy.RoleName;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One role or audience and what became of telling them.
 *
 * @param owed what the matrix asks for now; empty if it no longer does, or never did
 * @param told the word that they got, which nothing takes back
 * @param seen who of them said that they have seen it
 * @param ruledOut why they need not be told
 * @param again who was called after that word, the oldest first
 */
public record Audience(
        RoleName role,
        String title,
        Optional<Cell> owed,
        Optional<Word> told,
        List<Seen> seen,
        Optional<RuledOut> ruledOut,
        List<Call> again) {
    public Audience {
        Objects.requireNonNull(role);
        Objects.requireNonNull(title);
        seen = List.copyOf(seen);
        again = List.copyOf(again);
    }

    /** Nothing is known of them yet. */
    static Audience of(RoleName role, String title) {
        return new Audience(
                role,
                title,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    /** Whether they are owed word that they have not got. */
    public boolean isOpen() {
        return owed.isPresent() && told.isEmpty() && ruledOut.isEmpty();
    }

    /** Whether they are owed word and its time is up, or got it after its time was up. */
    public boolean late(Instant now) {
        return owed.filter(cell -> ruledOut.isEmpty())
                .filter(cell -> told.map(Word::at).orElse(now).isAfter(cell.due()))
                .isPresent();
    }

    /** Whether this person was told as one of them. */
    public boolean wasTold(PersonId person) {
        return told.filter(word -> word.people().contains(person)).isPresent()
                || calls(person).findAny().isPresent();
    }

    /**
     * Whether this person said that they have seen it, after they were called for the last time.
     */
    public boolean wasSeenBy(PersonId person) {
        Instant last = calls(person).map(Call::at).reduce(Instant.MIN, (a, b) -> b);
        return wasSeenSince(last, person);
    }

    /** Whether this person said from then on that they have seen it. */
    boolean wasSeenSince(Instant from, PersonId person) {
        return seen.stream().anyMatch(s -> s.person().equals(person) && !s.at().isBefore(from));
    }

    private Stream<Call> calls(PersonId person) {
        return again.stream().filter(call -> call.person().equals(person));
    }

    /** Whether it was a notice for this duty, or the decision not to send one, that settled it. */
    public boolean settledBy(String duty) {
        Optional<String> about = Optional.of(duty);
        return told.flatMap(Word::notice).map(Notice::duty).equals(Optional.of(about))
                || ruledOut.map(RuledOut::waived).equals(Optional.of(about));
    }

    Audience owed(Optional<Cell> cell) {
        return new Audience(
                role, cell.map(Cell::title).orElse(title), cell, told, seen, ruledOut, again);
    }

    Audience told(Word word) {
        return new Audience(role, title, owed, Optional.of(word), seen, Optional.empty(), again);
    }

    Audience calledAgain(List<PersonId> people, Instant at) {
        List<Call> more = new ArrayList<>(again);
        people.forEach(person -> more.add(new Call(person, at)));
        return new Audience(role, title, owed, told, seen, ruledOut, more);
    }

    Audience seen(PersonId person, Instant at) {
        if (!wasTold(person) || wasSeenBy(person)) {
            return this;
        }
        List<Seen> more = new ArrayList<>(seen);
        more.add(new Seen(person, at));
        return new Audience(role, title, owed, told, more, ruledOut, again);
    }

    Audience ruledOut(RuledOut why) {
        return new Audience(role, title, owed, told, seen, Optional.of(why), again);
    }

    /** What people were told stays told; a notice can turn out not to have been sent. */
    Audience owedAgain() {
        Optional<Word> kept = told.filter(word -> word.notice().isEmpty());
        return new Audience(role, title, owed, kept, seen, Optional.empty(), again);
    }

    /** How word got to them. */
    public enum How {
        /** They were called, and brought in. */
        CALL,
        /** Muster wrote to each of them. */
        MESSAGE,
        /** It stood in the daily digest. */
        DIGEST,
        /** A mail server took a mail to each of them. */
        EMAIL,
        /** Somebody told them, and said so. */
        BY_HAND,
        /** A notice that reaches them was sent. */
        NOTICE,
        /** In a drill: it was played that they were told, and nothing left the building. */
        EXERCISE
    }

    /**
     * That they were told.
     *
     * @param people who they are; empty for those who are not in the chat
     * @param note how, when it was by hand; by what it can be shown, when it was a notice
     * @param notice the notice that told them, if one did
     */
    public record Word(
            How how,
            List<PersonId> people,
            Actor by,
            Instant at,
            FreeText note,
            Optional<Notice> notice) {
        public Word {
            Objects.requireNonNull(how);
            people = List.copyOf(people);
        }
    }

    /**
     * A notice that was sent.
     *
     * @param title as people call it
     * @param duty the duty to notify that it discharged, if it did
     * @param sentAt when, as somebody claims
     */
    public record Notice(String title, Optional<String> duty, Instant sentAt) {}

    /** That one of them was called. */
    public record Call(PersonId person, Instant at) {}

    /** That one of them has seen it. */
    public record Seen(PersonId person, Instant at) {}

    /**
     * That they need not be told.
     *
     * @param question the question whose answer says so; empty if a person decided
     * @param waived the duty about which it was decided not to notify, if that is why
     */
    public record RuledOut(
            Actor by,
            Instant at,
            FreeText reason,
            Optional<QuestionName> question,
            Optional<String> waived) {}
}
