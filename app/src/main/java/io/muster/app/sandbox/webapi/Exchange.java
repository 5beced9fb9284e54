package io.muster.app.sandbox.webapi;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One call as it went over the wire: what was asked and, in time, what was answered. */
public final class Exchange {
    private final String method;
    private final Map<String, String> args;
    private final Optional<JsonNode> json;
    private final String connection;
    private final Instant startedAt;
    private volatile Optional<Instant> finishedAt = Optional.empty();
    private volatile int status;
    private volatile String error = "";
    private volatile boolean ok;

    Exchange(
            String method,
            Map<String, String> args,
            Optional<JsonNode> json,
            String connection,
            Instant startedAt) {
        this.method = method;
        this.args = Map.copyOf(args);
        this.json = json;
        this.connection = connection;
        this.startedAt = startedAt;
    }

    public String method() {
        return method;
    }

    public Map<String, String> args() {
        return args;
    }

    public Optional<JsonNode> json() {
        return json;
    }

    public String connection() {
        return connection;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** Empty while the call is under way, and for ever when its answer was never sent. */
    public Optional<Instant> finishedAt() {
        return finishedAt;
    }

    public int status() {
        return status;
    }

    public boolean ok() {
        return ok;
    }

    /** Slack's code; empty for a success and for what never came to an answer. */
    public String error() {
        return error;
    }

    void judged(boolean success, String code) {
        ok = success;
        error = code;
    }

    void finished(int httpStatus, Instant at) {
        status = httpStatus;
        finishedAt = Optional.of(at);
    }
}
