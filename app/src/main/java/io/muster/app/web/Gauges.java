package io.muster.app.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.muster.db.Archive;
import io.muster.db.outbox.Outbox;
import io.muster.db.outbox.OutboxHealth;

import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;

/** What a watchdog wants to know. No titles, no names: metrics are read by many. */
public final class Gauges {
    private Gauges() {}

    /** Registers all gauges. */
    public static void register(MeterRegistry registry, Archive archive, Outbox outbox) {
        gauge(
                registry,
                "muster.outbox.waiting",
                "Messages that still have to leave",
                archive,
                outbox,
                OutboxHealth::waiting);
        gauge(
                registry,
                "muster.outbox.parked",
                "Messages set aside because they cannot leave",
                archive,
                outbox,
                OutboxHealth::parked);
        gauge(
                registry,
                "muster.outbox.oldest.seconds",
                "Age of the oldest message that still has to leave",
                archive,
                outbox,
                Gauges::age);
    }

    private static void gauge(
            MeterRegistry registry,
            String name,
            String what,
            Archive archive,
            Outbox outbox,
            ToDoubleFunction<OutboxHealth> value) {
        Gauge.builder(name, () -> value.applyAsDouble(archive.transact(outbox::health)))
                .description(what)
                .register(registry);
    }

    private static double age(OutboxHealth health) {
        return health.oldest()
                .map(at -> (double) Duration.between(at, Instant.now()).toMillis() / 1000)
                .orElse(0.0);
    }
}
