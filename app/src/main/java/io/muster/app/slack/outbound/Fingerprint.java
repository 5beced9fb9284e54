package io.muster.app.slack.outbound;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short digest of what something shows, to see whether it would change. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(String shown) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(shown.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
