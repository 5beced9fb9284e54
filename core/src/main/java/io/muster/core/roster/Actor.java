package io.muster.core.roster;

import io.muster.core.PersonId;

import java.util.Objects;
import java.util.Optional;

/** Who did something: the record never says "somebody". */
public sealed interface Actor {
    /** A person, by their own hand. */
    record Person(PersonId id) implements Actor {
        public Person {
            Objects.requireNonNull(id);
        }
    }

    /** An alarm of another system. */
    record Alarm(String source) implements Actor {
        public Alarm {
            Objects.requireNonNull(source);
        }
    }

    /** Muster itself: its clock, or its report of what it did in the chat. */
    record Muster() implements Actor {}

    /** Muster itself. */
    static Actor muster() {
        return new Muster();
    }

    /** A person, by their chat id. */
    static Actor person(PersonId id) {
        return new Person(id);
    }

    /** The person who acted, if it was one. */
    default Optional<PersonId> person() {
        return switch (this) {
            case Person p -> Optional.of(p.id());
            case Alarm ignored -> Optional.empty();
            case Muster ignored -> Optional.empty();
        };
    }
}
