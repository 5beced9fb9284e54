package io.muster.core.written;

import java.util.Objects;

/**
 * One thing that is wrong with a file, said so that its author can put it right without asking.
 *
 * @param path how to get there from the top: {@code clocks.status-update.ladder#2}, list entries
 *     counted from 1; empty for the file as a whole
 * @param line the line to look at, counted from 1; 0 if there is no text to look at
 * @param sentence what is wrong
 * @param remedy what to do about it
 * @param warning the file can be used as it is, but its author should know
 */
public record Problem(String path, int line, String sentence, String remedy, boolean warning) {
    public Problem {
        Objects.requireNonNull(path);
        Objects.requireNonNull(sentence);
        Objects.requireNonNull(remedy);
    }

    /** Something because of which the file cannot be used. */
    public static Problem fault(String path, int line, String sentence, String remedy) {
        return new Problem(path, line, sentence, remedy, false);
    }
}
