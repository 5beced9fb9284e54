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

/**
 * One role or audience and what became of telling them.
 *
 * @param owed what the matrix asks for now; empty if it no longer does, or never did
 * @param told the word that they got, which nothing takes back
 * @param seen who of them said that they have seen it
 * @param ruledOut why they need not be told
 */
public record Audience(
        RoleName role,
        String title,
        Optional<Cell> owed,
        Optional<Word> told,
        List<Seen> seen,
        Optional<RuledOut> ruledOut) {
    public Audience {
        Objects.requireNonNull(role);
        Objects.requireNonNull(title);
        seen = List.copyOf(seen);
    }

    /** Nothing is known of them yet. */
    static Audience of(RoleName role, String title) {
        return new Audience(
                role, title, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
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
        return told.filter(word -> word.people().contains(person)).isPresent();
    }

    /** Whether this person said that they have seen it. */
    public boolean wasSeenBy(PersonId person) {
        return seen.stream().anyMatch(s -> s.person().equals(person));
    }

    Audience owed(Optional<Cell> cell) {
        return new Audience(role, cell.map(Cell::title).orElse(title), cell, told, seen, ruledOut);
    }

    Audience told(Word word) {
        return new Audience(role, title, owed, Optional.of(word), seen, Optional.empty());
    }

    Audience seen(PersonId person, Instant at) {
        if (!wasTold(person) || wasSeenBy(person)) {
            return this;
        }
        List<Seen> more = new ArrayList<>(seen);
        more.add(new Seen(person, at));
        return new Audience(role, title, owed, told, more, ruledOut);
    }

    Audience ruledOut(Optional<RuledOut> why) {
        return new Audience(role, title, owed, told, seen, why);
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
        BY_HAND
    }

    /**
     * That they were told.
     *
     * @param people who they are; empty for those who are not in the chat
     * @param note how, when it was by hand
     */
    public record Word(How how, List<PersonId> people, Actor by, Instant at, FreeText note) {
        public Word {
            Objects.requireNonNull(how);
            people = List.copyOf(people);
        }
    }

    /** That one of them has seen it. */
    public record Seen(PersonId person, Instant at) {}

    /**
     * That they need not be told.
     *
     * @param question the question whose answer says so; empty if a person decided
     */
    public record RuledOut(
            Actor by, Instant at, FreeText reason, Optional<QuestionName> question) {}
}
