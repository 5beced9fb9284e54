package io.muster.core;

import static java.nio.charset.StandardCharsets.UTF_8;

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
        // No database keeps a null character or half of a surrogate pair, and nobody typed one.
        text = new String(text.replace("\0", "").getBytes(UTF_8), UTF_8);
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
