package io.muster.app.slack;

import io.muster.app.Secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a request really comes from Slack: a keyed digest over the raw bytes, compared in
 * constant time, and a time stamp that is neither old nor from the future. Slack's rule: five
 * minutes.
 */
public final class SlackSignature {
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final Secret secret;
    private final InstantSource clock;

    /**
     * @param clock real time, never the time of a trial
     */
    public SlackSignature(Secret secret, InstantSource clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** Whether these bytes were signed with our secret, just now. */
    public boolean isGenuine(String timestamp, String signature, byte[] body) {
        return isFresh(timestamp)
                && MessageDigest.isEqual(
                        expected(timestamp, body).getBytes(StandardCharsets.UTF_8),
                        signature.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isFresh(String timestamp) {
        try {
            Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(sent, clock.instant()).abs().compareTo(WINDOW) <= 0;
        } catch (RuntimeException e) {
            return false; // not a number, or one that is no time
        }
    }

    /** The signature of these bytes, as Slack would make it. */
    String expected(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
