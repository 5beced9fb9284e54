package io.muster.app.status;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** What a link in a mail proves: that whoever opens it has read the mail. Nobody can guess one. */
public final class LinkToken {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String words;

    private LinkToken(String words) {
        this.words = words;
    }

    /** One that has never been. */
    public static LinkToken fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What somebody sent as one; what cannot be one is known to nobody. */
    public static LinkToken of(String words) {
        return new LinkToken(FORM.matcher(words).matches() ? words : "");
    }

    /** As it stands in the mail. */
    public String words() {
        return words;
    }

    /** As it is kept. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(words.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "(token)";
    }
}
