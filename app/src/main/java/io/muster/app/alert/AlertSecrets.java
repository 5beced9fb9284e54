package io.muster.app.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.muster.app.Secret;
import io.muster.app.SecretVariables;
import io.muster.core.alert.AlertSource;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who may send alerts. A source's own secret goes before the one that all share; where it is asked
 * for and not set, the source is closed, for to fall back would be to open what somebody closed.
 */
public final class AlertSecrets {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";

    private final Optional<Secret> shared;
    private final SecretVariables variables;

    /**
     * @param shared of all sources that have none of their own
     */
    public AlertSecrets(Optional<Secret> shared, SecretVariables variables) {
        this.shared = shared;
        this.variables = variables;
    }

    /** The secret of this source, if it has one that is set. */
    public Optional<Secret> of(AlertSource source) {
        return source.secret().isPresent() ? variables.find(source.secret().get()) : shared;
    }

    /** What to set so that this source may send alerts. */
    public static String remedy(AlertSource source) {
        String own = "set " + source.secret().orElse("MUSTER_ALERT_SECRET");
        return source.secret().isPresent()
                ? own + ", as the team file says, and restart"
                : own
                        + ", or name a variable as `secret-from` of `"
                        + source.name()
                        + "` in the team file, and restart";
    }

    /**
     * Whether a message comes from whoever knows the secret; takes as long for a wrong one as for a
     * right one.
     *
     * @param header the value of a header by its name in lower case; empty if it is not there once
     */
    static boolean isGenuine(
            AlertSource source, Secret secret, UnaryOperator<String> header, byte[] body) {
        if (source.signature().isPresent()) {
            return isSigned(secret, header.apply(source.signature().get()), body);
        }
        String said = header.apply("authorization");
        String offered = bearer(said).isEmpty() ? password(said) : bearer(said);
        return same(secret.reveal(), offered);
    }

    private static boolean isSigned(Secret secret, String signature, byte[] body) {
        String hex = signature.strip().toLowerCase(Locale.ROOT);
        String plain = hex.startsWith(PREFIX) ? hex.substring(PREFIX.length()) : hex;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(UTF_8), ALGORITHM));
            return same(HexFormat.of().formatHex(mac.doFinal(body)), plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private static String bearer(String said) {
        return after("bearer ", said);
    }

    /** SigNoz sends its secret as a password as soon as it is given a user's name. */
    private static String password(String said) {
        try {
            String pair =
                    new String(Base64.getDecoder().decode(after("basic ", said).strip()), UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String after(String scheme, String said) {
        return said.regionMatches(true, 0, scheme, 0, scheme.length())
                ? said.substring(scheme.length())
                : "";
    }

    /** Of hashes, so that not even the length can be measured. */
    private static boolean same(String secret, String said) {
        return !said.isEmpty() && MessageDigest.isEqual(hash(secret), hash(said));
    }

    private static byte[] hash(String words) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(words.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
