package io.muster.db.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A SHA-256 digest with a prefix that says what was hashed, so that a digest of one thing can never
 * pass for a digest of another.
 */
public final class Hash {
    private static final String ENTRY = "muster/journal/v1/entry\n";
    private static final String INCIDENT = "muster/journal/v1/incident\n";
    private static final String ALERT = "muster/alerts/v1/entry\n";
    private static final String ALERTS = "muster/alerts/v1\n";
    private static final String WORDS = "muster/journal/v1/words\n";

    private final byte[] digest;

    private Hash(byte[] digest) {
        this.digest = digest;
    }

    /** The hash of an entry's canonical form. */
    public static Hash ofEntry(String canonical) {
        return ofEntry(canonical.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of an entry as it is stored: of the very bytes, whatever they say. */
    public static Hash ofEntry(byte[] canonical) {
        return new Hash(sha256(ENTRY, canonical));
    }

    /** What the first entry of an incident names as the one before it. */
    public static Hash beforeTheFirst(long incident) {
        return new Hash(sha256(INCIDENT, Long.toString(incident).getBytes(StandardCharsets.UTF_8)));
    }

    /** The hash of the entry of an alert as it is stored. */
    static Hash ofAlert(byte[] canonical) {
        return new Hash(sha256(ALERT, canonical));
    }

    /** What the entry of the first alert names as the one before it. */
    static Hash beforeTheFirstAlert() {
        return new Hash(sha256(ALERTS, new byte[0]));
    }

    /** The commitment to words that are kept apart. */
    public static Hash ofWords(String saltInHex, String text) {
        byte[] salt = HexFormat.of().parseHex(saltInHex);
        return new Hash(sha256(WORDS, salt, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The plain SHA-256 of a text that is not ours, in hexadecimal. */
    static String sha256(String text) {
        return HexFormat.of().formatHex(sha256("", text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A digest that was stored. */
    public static Hash stored(byte[] digest) {
        return new Hash(digest.clone());
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return digest.clone();
    }

    /** In hexadecimal. */
    public String hex() {
        return HexFormat.of().formatHex(digest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && MessageDigest.isEqual(digest, hash.digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    @Override
    public String toString() {
        return hex();
    }

    private static byte[] sha256(String prefix, byte[]... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(prefix.getBytes(StandardCharsets.UTF_8));
            for (byte[] part : parts) {
                sha.update(part);
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
