package io.muster.app.sandbox.state;

import java.util.HexFormat;
import java.util.SplittableRandom;

/** Ids that look like Slack's. The same workspace gets the same ones each time. */
public final class Ids {
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String ANY = UPPER + "abcdefghijklmnopqrstuvwxyz";

    private final SplittableRandom random = new SplittableRandom(20_130_814L);

    /** A prefix such as {@code U}, {@code C}, {@code F}, and ten characters. */
    public String next(String prefix) {
        return prefix + "0" + letters(UPPER, 9);
    }

    /** The short id that Slack gives to a block or an element without one. */
    public String block() {
        return letters(ANY, 5);
    }

    public String secret(int length) {
        return letters(ANY, length);
    }

    public String hex(int bytes) {
        byte[] data = new byte[bytes];
        random.nextBytes(data);
        return HexFormat.of().formatHex(data);
    }

    public String digits(int length) {
        return letters("123456789", length);
    }

    private synchronized String letters(String alphabet, int length) {
        StringBuilder letters = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            letters.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return letters.toString();
    }
}
