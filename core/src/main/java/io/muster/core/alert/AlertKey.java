package io.muster.core.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Which alert is meant, whoever sends it how often: one incident is open for each.
 *
 * @param source the name of the source in the team's file
 * @param fingerprint a hash of what the source calls it, for that may hold anything
 */
public record AlertKey(String source, String fingerprint) {
    private static final int LENGTH = 32;

    public AlertKey {
        Objects.requireNonNull(source);
        Objects.requireNonNull(fingerprint);
    }

    /** The alert that this source calls so. */
    public static AlertKey of(String source, String called) {
        return new AlertKey(source, hash(called));
    }

    /** The part of it that not everybody may see. */
    AlertKey ofThePrivatePart() {
        return new AlertKey(source, hash(fingerprint + " in private"));
    }

    /** A short hash of any words, always the same for the same. */
    static String hash(String words) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
