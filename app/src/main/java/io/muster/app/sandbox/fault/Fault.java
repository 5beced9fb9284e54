package io.muster.app.sandbox.fault;

import java.time.Duration;

/** One thing that goes wrong with one call of the Web API. */
public sealed interface Fault {
    /** 429, whatever the rates say. */
    record RateLimited(Duration retryAfter) implements Fault {}

    /** An HTML page with this status; nothing was done. */
    record ServerError(int status) implements Fault {}

    /** No answer at all until the caller gives up; nothing was done. */
    record Hang() implements Fault {}

    /** It was done, and the connection broke before the answer. */
    record LostAnswer() implements Fault {}

    /** The connection broke before anything was done. */
    record Dropped() implements Fault {}

    /** It was done, and the answer is cut short. */
    record Malformed() implements Fault {}

    /** Slack's own refusal, by code; nothing was done. */
    record Refused(String code) implements Fault {}
}
