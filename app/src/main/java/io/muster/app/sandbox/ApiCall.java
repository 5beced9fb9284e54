package io.muster.app.sandbox;

import io.muster.app.sandbox.webapi.Exchange;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A call of the Web API as the sandbox saw it.
 *
 * @param args as sent, by form or query
 * @param json the body, when it was JSON
 * @param finishedAt empty while under way, and for ever when no answer was sent
 * @param connectionId the same for calls over one connection
 * @param httpStatus 0 when no answer was sent
 * @param ok what the answer said, or would have said
 * @param error Slack's code; empty for a success
 */
public record ApiCall(
        String method,
        Map<String, String> args,
        Optional<JsonNode> json,
        Instant startedAt,
        Optional<Instant> finishedAt,
        String connectionId,
        int httpStatus,
        boolean ok,
        String error) {

    static ApiCall of(Exchange exchange) {
        return new ApiCall(
                exchange.method(),
                exchange.args(),
                exchange.json(),
                exchange.startedAt(),
                exchange.finishedAt(),
                exchange.connection(),
                exchange.status(),
                exchange.ok(),
                exchange.error());
    }

    /** An argument, however it was sent; empty text when it was not. */
    public String arg(String name) {
        return Optional.ofNullable(args.get(name))
                .or(() -> json.map(body -> body.path(name).asString("")))
                .orElse("");
    }
}
