package io.muster.app.reach;

import io.muster.app.Secret;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The mail server that takes our mails.
 *
 * @param from the address that they come from
 */
public record MailSettings(
        String host,
        int port,
        Security security,
        Optional<String> user,
        Optional<Secret> password,
        String from) {
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,190}");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern STARTTLS = Pattern.compile("starttls=(required|off)");

    /** How the way there is kept private. */
    public enum Security {
        /** TLS from the first byte. */
        TLS,
        /** TLS after a greeting in the clear, without which nothing is sent. */
        STARTTLS,
        /** None at all: on this very machine, or because somebody said so. */
        NONE
    }

    public MailSettings {
        Objects.requireNonNull(security);
        Objects.requireNonNull(from);
    }

    /** Whether this can stand in an envelope; it holds no white space and no line break. */
    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /**
     * Reads the environment; empty if mail is off.
     *
     * @throws IllegalArgumentException in words for whoever set it
     */
    public static Optional<MailSettings> read(Map<String, String> environment) {
        String address = environment.getOrDefault("MUSTER_SMTP_URL", "").strip();
        if (address.isEmpty()) {
            return Optional.empty();
        }
        URI uri = uri(address);
        boolean implicit = "smtps".equals(uri.getScheme());
        String from = environment.getOrDefault("MUSTER_MAIL_FROM", "").strip();
        if (!isAddress(from)) {
            throw new IllegalArgumentException(
                    "MUSTER_MAIL_FROM must be the address that mails come from, such as"
                            + " muster@example.com.");
        }
        Optional<String> user =
                Optional.ofNullable(environment.get("MUSTER_SMTP_USER")).filter(u -> !u.isBlank());
        Optional<Secret> password =
                Optional.ofNullable(environment.get("MUSTER_SMTP_PASSWORD")).map(Secret::new);
        if (user.isPresent() && password.isEmpty()) {
            throw new IllegalArgumentException(
                    "MUSTER_SMTP_USER is set and MUSTER_SMTP_PASSWORD is not.");
        }
        int port = uri.getPort() > 0 ? uri.getPort() : implicit ? 465 : 587;
        return Optional.of(
                new MailSettings(uri.getHost(), port, security(uri), user, password, from));
    }

    private static URI uri(String address) {
        try {
            URI uri = URI.create(address);
            String scheme = String.valueOf(uri.getScheme());
            if (uri.getHost() != null
                    && uri.getUserInfo() == null
                    && (scheme.equals("smtp") || scheme.equals("smtps"))
                    && (uri.getQuery() == null || STARTTLS.matcher(uri.getQuery()).matches())) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below, in words
        }
        throw new IllegalArgumentException(
                "MUSTER_SMTP_URL must look like smtp://mail.example.com:587?starttls=required or"
                        + " smtps://mail.example.com; user and password go into MUSTER_SMTP_USER and"
                        + " MUSTER_SMTP_PASSWORD.");
    }

    /** Nothing leaves this machine in the clear unless somebody wrote that it may. */
    private static Security security(URI uri) {
        if ("smtps".equals(uri.getScheme())) {
            return Security.TLS;
        }
        boolean here = LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
        String asked = uri.getQuery() == null ? "" : uri.getQuery();
        return asked.equals("starttls=off") || (asked.isEmpty() && here)
                ? Security.NONE
                : Security.STARTTLS;
    }

    /** Whether the server is on this very machine. */
    boolean isHere() {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    }

    /** The part of the address that names the organisation. */
    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }
}
