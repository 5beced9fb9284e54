package io.muster.core.written;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What came of reading a file: its meaning, or everything that is wrong with it. */
public sealed interface Reading<T> {
    /** It can be used. */
    record Sound<T>(T value, List<Problem> warnings) implements Reading<T> {
        public Sound {
            warnings = List.copyOf(warnings);
        }
    }

    /** It cannot be used; warnings are among the problems. */
    record Faulty<T>(List<Problem> problems) implements Reading<T> {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }

    /** The meaning, if the file can be used. */
    default Optional<T> ifSound() {
        return switch (this) {
            case Sound<T> sound -> Optional.of(sound.value());
            case Faulty<T> ignored -> Optional.empty();
        };
    }

    /** What comes of reading on, if it can be used so far. */
    default <U> Reading<U> then(Function<T, Reading<U>> further) {
        return switch (this) {
            case Sound<T> sound -> further.apply(sound.value());
            case Faulty<T> faulty -> new Faulty<>(faulty.problems());
        };
    }

    /** Everything that was found, warnings included, in the order of the file. */
    default List<Problem> problems() {
        return switch (this) {
            case Sound<T> sound -> sound.warnings();
            case Faulty<T> faulty -> faulty.problems();
        };
    }
}
