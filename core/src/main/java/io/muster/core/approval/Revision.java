package io.muster.core.approval;

import io.muster.core.PersonId;

import java.time.Instant;
import java.util.Objects;

/**
 * One form that the words had. It is never changed: another wording is another revision.
 *
 * @param number counted from 1
 * @param hash of the words as they were written, which stays when they are erased
 */
public record Revision(int number, Wording wording, String hash, PersonId author, Instant at) {
    /** As many characters of a hash as people compare. */
    private static final int SHORT = 12;

    public Revision {
        Objects.requireNonNull(wording);
        Objects.requireNonNull(hash);
        Objects.requireNonNull(author);
        Objects.requireNonNull(at);
    }

    /** The beginning of the hash, for people. */
    public String shortHash() {
        return shortHash(hash);
    }

    /** The beginning of a hash, for people. */
    public static String shortHash(String hash) {
        return hash.substring(0, Math.min(SHORT, hash.length()));
    }
}
