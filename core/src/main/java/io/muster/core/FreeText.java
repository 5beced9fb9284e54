package io.muster.core;

import java.util.Objects;

/**
 * Words that a person typed. They may hold personal data or a secret, so they are a type of their
 * own: the journal keeps them apart behind a commitment and can erase them without breaking the
 * chain, and every renderer knows that they must be escaped.
 *
 * @param text the words as received, or {@link #ERASED_TEXT} when they have been erased
 */
public record FreeText(String text) {
    /** What is shown in place of words that were erased for a legal reason. */
    public static final String ERASED_TEXT = "[erased]";

    /** No words at all. */
    public static final FreeText NONE = new FreeText("");

    public FreeText {
        Objects.requireNonNull(text);
        text = text.replace("\0", ""); // no database keeps it, and nobody typed it
    }

    /** The words, with the white space at both ends removed. */
    public static FreeText of(String text) {
        return text.isBlank() ? NONE : new FreeText(text.strip());
    }

    /** Whether nothing was said. */
    public boolean isBlank() {
        return text.isBlank();
    }
}
