package io.muster.app.ticket;

import okhttp3.Response;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an answer means that is not a success, in words for whoever works on the incident. */
final class Refusals {
    static final Duration SOON = Duration.ofSeconds(1);

    private static final Duration LONGEST_WISH = Duration.ofMinutes(15);
    private static final int LONGEST_WORDS = 300;

    private Refusals() {}

    static Reply of(Response response, JsonNode body) {
        int code = response.code();
        if (code == 429 || isBudget(response)) {
            return new Reply.Later(wish(response), "it wants us to wait (" + code + ")");
        }
        if (code >= 500 || code == 408) {
            return new Reply.Lost("it answered " + code);
        }
        if (code >= 300 && code < 400) {
            return new Reply.Refused("it sends us on to another address, which is not followed");
        }
        return new Reply.Refused(
                switch (code) {
                    case 401 -> "it does not accept the token (401)";
                    case 403 -> "the token may not do this there (403)" + said(body);
                    case 404 ->
                            "the project or the ticket is not there, or the token cannot see"
                                    + " it (404)";
                    case 410 -> "it keeps no tickets there (410)" + said(body);
                    default -> "it answered " + code + said(body);
                });
    }

    /** GitHub says so with a 403 as well. */
    private static boolean isBudget(Response response) {
        return response.code() == 403
                && (response.header("Retry-After") != null
                        || "0".equals(response.header("x-ratelimit-remaining")));
    }

    private static Duration wish(Response response) {
        String after = response.header("Retry-After", "");
        String reset = response.header("x-ratelimit-reset", "");
        Duration asked = SOON;
        if (after != null && after.matches("\\d{1,6}")) {
            asked = Duration.ofSeconds(Long.parseLong(after));
        } else if (reset != null && reset.matches("\\d{1,12}")) {
            asked = Duration.between(Instant.now(), Instant.ofEpochSecond(Long.parseLong(reset)));
        }
        boolean tooSoon = asked.compareTo(SOON) < 0;
        return tooSoon ? SOON : asked.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : asked;
    }

    /** Jira names fields in {@code errors}, GitHub lists them. */
    private static String said(JsonNode body) {
        List<String> words = new ArrayList<>();
        add(words, body.path("message"));
        body.path("errorMessages").forEach(node -> add(words, node));
        JsonNode errors = body.path("errors");
        if (errors.isObject()) {
            errors.properties()
                    .forEach(e -> words.add(e.getKey() + ": " + e.getValue().asString("")));
        } else {
            errors.forEach(node -> {
                add(words, node.path("field"));
                add(words, node.path("message"));
            });
        }
        String all = String.join("; ", words).replaceAll("\\s+", " ").strip();
        String cut = all.length() > LONGEST_WORDS ? all.substring(0, LONGEST_WORDS) + "…" : all;
        return cut.isEmpty() ? "" : ": " + cut;
    }

    private static void add(List<String> words, JsonNode node) {
        if (node.isString() && !node.asString().isBlank()) {
            words.add(node.asString());
        }
    }
}
