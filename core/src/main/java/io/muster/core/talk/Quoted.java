package io.muster.core.talk;

import io.muster.core.FreeText;
import io.muster.core.PersonId;

import java.util.Objects;
import java.util.Optional;

/**
 * What a message says.
 *
 * @param author empty if nobody in the workspace wrote it
 * @param text as a person reads it; blank if it is only a file
 * @param link under which it can be opened; empty if nobody knows one
 */
public record Quoted(Optional<PersonId> author, FreeText text, String link) {
    public Quoted {
        Objects.requireNonNull(author);
        Objects.requireNonNull(text);
        Objects.requireNonNull(link);
    }
}
