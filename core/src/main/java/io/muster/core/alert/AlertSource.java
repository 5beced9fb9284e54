package io.muster.core.alert;

import java.util.Objects;
import java.util.Optional;

/**
 * A system that may send alerts.
 *
 * @param name as in its address, {@code /alerts/<name>}
 * @param title what people call it
 * @param secret the name of the environment variable that holds its secret; empty for the secret
 *     that all sources share
 * @param signature the header that holds the HMAC of the body; empty if the secret itself is sent
 * @param shape how its messages are written
 * @param perMinute as many messages as are taken from it in a minute
 */
public record AlertSource(
        String name,
        String title,
        Optional<String> secret,
        Optional<String> signature,
        Shape shape,
        int perMinute) {
    /** Far above what a grouped storm of alerts takes. */
    public static final int USUAL_PER_MINUTE = 1_200;

    /** The source of what Muster finds out itself. */
    public static final AlertSource HEALTH_CHECK = alertmanager("health-check", "Health check");

    public AlertSource {
        Objects.requireNonNull(name);
        Objects.requireNonNull(shape);
    }

    /** A source that writes as Alertmanager does, with the shared secret. */
    static AlertSource alertmanager(String name, String title) {
        return new AlertSource(
                name,
                title,
                Optional.empty(),
                Optional.empty(),
                new Shape.Alertmanager(),
                USUAL_PER_MINUTE);
    }

    /** How messages are written. */
    public sealed interface Shape {
        /** As Prometheus Alertmanager writes them, version 4; SigNoz and Grafana do the same. */
        record Alertmanager() implements Shape {}

        /** Any JSON, of which these places are read. */
        record Mapped(PayloadMapping places) implements Shape {}
    }
}
