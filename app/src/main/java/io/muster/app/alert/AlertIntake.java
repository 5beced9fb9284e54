package io.muster.app.alert;

import io.muster.app.Secret;
import io.muster.app.desk.AlertDesk;
import io.muster.core.alert.AlertSettings;
import io.muster.core.alert.AlertSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Takes alerts in. It says yes only when what came of them is durable, so a sender that hears
 * nothing, or no, may send the same again without harm.
 */
public final class AlertIntake {
    private static final Logger LOG = LoggerFactory.getLogger(AlertIntake.class);

    private final AlertSettings settings;
    private final AlertSecrets secrets;
    private final AlertPace pace;
    private final AlertDesk desk;

    /** Hands what it takes in to this desk. */
    public AlertIntake(
            AlertSettings settings, AlertSecrets secrets, AlertPace pace, AlertDesk desk) {
        this.settings = settings;
        this.secrets = secrets;
        this.pace = pace;
        this.desk = desk;
    }

    /**
     * The answer to a message.
     *
     * @param status of HTTP
     * @param retryAfter how long to wait before the next message, if there were too many
     */
    public record Answer(int status, String words, Optional<Duration> retryAfter) {
        static Answer of(int status, String words) {
            return new Answer(status, words, Optional.empty());
        }
    }

    /**
     * Takes a message in.
     *
     * @param name of its source, as it stands in the address
     * @param header the value of a header by its name in lower case; empty if it is not there once
     */
    public Answer take(String name, UnaryOperator<String> header, byte[] body) {
        Optional<AlertSource> source = settings.source(name);
        if (source.isEmpty()) {
            return Answer.of(
                    404,
                    "No source of alerts has this name. signoz and alertmanager are always there;"
                            + " any other stands under alerts.sources in the team file.");
        }
        Optional<Secret> secret = secrets.of(source.get());
        if (secret.isEmpty()) {
            return Answer.of(
                    403,
                    "No secret is set, so alerts are not taken from here: "
                            + AlertSecrets.remedy(source.get())
                            + ".");
        }
        if (!AlertSecrets.isGenuine(source.get(), secret.get(), header, body)) {
            LOG.warn("A message to /alerts/{} did not prove that it knows the secret", name);
            return Answer.of(401, wrong(source.get()));
        }
        return pace.take(source.get())
                .map(AlertIntake::tooMany)
                .orElseGet(() -> read(source.get(), body));
    }

    private Answer read(AlertSource source, byte[] body) {
        return switch (Payloads.read(source, body)) {
            case Payloads.Read.Unreadable(String why) -> {
                LOG.warn("A message to /alerts/{} could not be read", source.name());
                yield Answer.of(400, why);
            }
            case Payloads.Read.Fine(var notification) -> {
                desk.receive(notification, body);
                yield Answer.of(200, "");
            }
        };
    }

    private static Answer tooMany(Duration wait) {
        return new Answer(
                429,
                "That is more than this source may send in a minute (per-minute in the team file).",
                Optional.of(wait));
    }

    private static String wrong(AlertSource source) {
        return source.signature()
                .map(header ->
                        "The header "
                                + header
                                + " must hold the HMAC-SHA256 of the body under the secret of this"
                                + " source, in hexadecimal.")
                .orElse("Send the secret of this source as Authorization: Bearer <secret>.");
    }
}
