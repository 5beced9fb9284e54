package io.muster.core.review;

import java.util.Objects;

/**
 * Words that may sound like blame.
 *
 * @param words as they stand in the text
 * @param remedy what to write instead
 */
public record Wording(String words, String remedy) {
    public Wording {
        Objects.requireNonNull(words);
        Objects.requireNonNull(remedy);
    }
}
