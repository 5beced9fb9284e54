package io.muster.app.sandbox;

import io.muster.app.sandbox.delivery.Courier;
import io.muster.app.sandbox.delivery.Outcome;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that was brought to the app, and what the app answered.
 *
 * @param kind {@code slash_command}, {@code interactive}, {@code suggestion} or {@code event}
 * @param attempt 0, and 1 to 3 for what was sent again
 * @param error what a person would have seen; empty when the app answered in time
 * @param status 0 when there was no answer
 */
public record Delivery(
        String kind,
        JsonNode payload,
        int attempt,
        String error,
        int status,
        String body,
        Instant sentAt) {

    static Delivery of(Courier.Made made) {
        Outcome outcome = made.outcome();
        boolean answered = outcome instanceof Outcome.Answered;
        return new Delivery(
                made.outbound().kind().name().toLowerCase(Locale.ROOT),
                made.outbound().payload(),
                made.outbound().attempt(),
                outcome.seenError(),
                answered ? ((Outcome.Answered) outcome).status() : 0,
                answered ? ((Outcome.Answered) outcome).body() : "",
                made.sentAt());
    }
}
