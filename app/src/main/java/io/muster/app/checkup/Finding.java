package io.muster.app.checkup;

import java.util.Objects;

/**
 * One line of {@code doctor}.
 *
 * @param about what was looked at, in a word or two
 * @param words what was found; where it is not well, what to do
 */
public record Finding(Mark mark, String about, String words) {
    public Finding {
        Objects.requireNonNull(mark);
        Objects.requireNonNull(about);
        Objects.requireNonNull(words);
    }

    /** How it stands. */
    public enum Mark {
        /** All is well. */
        OK,
        /** It works, and somebody should know. */
        WARN,
        /** Somebody has to do something. */
        DO
    }

    /** All is well. */
    public static Finding ok(String about, String words) {
        return new Finding(Mark.OK, about, words);
    }

    /** It works, and somebody should know. */
    public static Finding warn(String about, String words) {
        return new Finding(Mark.WARN, about, words);
    }

    /** Somebody has to do something. */
    public static Finding toDo(String about, String words) {
        return new Finding(Mark.DO, about, words);
    }

    /** Well, or else to be done. */
    public static Finding of(boolean well, String about, String words) {
        return well ? ok(about, words) : toDo(about, words);
    }
}
