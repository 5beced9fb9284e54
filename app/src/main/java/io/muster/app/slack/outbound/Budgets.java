package io.muster.app.slack.outbound;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often each method may be called, so that Slack never has to say "slower". Figures: Slack's
 * rate tiers (20, 50 and 100 calls a minute) and one message a second in a channel. When Slack says
 * "slower" all the same, its word counts.
 */
final class Budgets {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** What tier each method that we call is in; calls a minute. */
    private static final Map<String, Integer> A_MINUTE =
            Map.ofEntries(
                    Map.entry("conversations.create", 20),
                    Map.entry("conversations.setTopic", 20),
                    Map.entry("conversations.list", 20),
                    Map.entry("pins.add", 20),
                    Map.entry("bookmarks.add", 20),
                    Map.entry("chat.update", 50),
                    Map.entry("conversations.invite", 50),
                    Map.entry("conversations.join", 50),
                    Map.entry("conversations.open", 50),
                    Map.entry("conversations.history", 50),
                    Map.entry("bookmarks.list", 50),
                    Map.entry("conversations.replies", 50),
                    Map.entry("files.info", 100),
                    Map.entry("chat.getPermalink", 100),
                    Map.entry("views.open", 100),
                    Map.entry("views.update", 100),
                    Map.entry("views.publish", 100),
                    Map.entry("chat.postEphemeral", 100));

    private static final int POSTS_A_MINUTE = 240;

    private final InstantSource clock;
    private final Pace pace;
    private final Map<String, Deque<Instant>> calls = new HashMap<>();
    private final Map<String, Instant> pauses = new HashMap<>();

    Budgets(InstantSource clock, Pace pace) {
        this.clock = clock;
        this.pace = pace;
    }

    /**
     * Takes one call out of the budget.
     *
     * @param channel where a message goes; empty for other methods
     * @return how long to wait first; zero if the call may be made now, and then it is counted
     */
    synchronized Duration take(String method, Optional<String> channel) {
        Instant now = clock.instant();
        Duration wait = longest(paused(method, channel, now), spent(method, channel, now));
        if (wait.isZero()) {
            record(method, now);
            channel.ifPresent(c -> record(inChannel(method, c), now));
        }
        return wait;
    }

    /** Slack asked for quiet. */
    synchronized void pause(String method, Optional<String> channel, Instant until) {
        pauses.merge(scope(method, channel), until, (a, b) -> a.isAfter(b) ? a : b);
    }

    /** What Slack asked for before a restart. */
    synchronized void remember(Map<String, Instant> earlier) {
        pauses.putAll(earlier);
    }

    /** Under which name a wish for quiet is kept. */
    static String scope(String method, Optional<String> channel) {
        return channel.filter(c -> method.equals("chat.postMessage"))
                .map(c -> inChannel(method, c))
                .orElse(method);
    }

    private Duration paused(String method, Optional<String> channel, Instant now) {
        Instant until = pauses.getOrDefault(method, Instant.MIN);
        Instant here =
                channel.map(c -> pauses.getOrDefault(inChannel(method, c), Instant.MIN))
                        .orElse(Instant.MIN);
        return left(now, until.isAfter(here) ? until : here);
    }

    private Duration spent(String method, Optional<String> channel, Instant now) {
        int aMinute =
                method.equals("chat.postMessage")
                        ? POSTS_A_MINUTE
                        : A_MINUTE.getOrDefault(method, 20);
        Duration overall = spent(method, now, aMinute * pace.callsOfTier(), MINUTE);
        return channel.filter(c -> method.equals("chat.postMessage"))
                .map(c ->
                        longest(overall, spent(inChannel(method, c), now, 1, pace.betweenPosts())))
                .orElse(overall);
    }

    private Duration spent(String scope, Instant now, int most, Duration window) {
        Deque<Instant> recent = calls.get(scope);
        if (recent == null) {
            return Duration.ZERO;
        }
        while (!recent.isEmpty() && !recent.peekFirst().isAfter(now.minus(window))) {
            recent.removeFirst();
        }
        if (recent.isEmpty()) {
            calls.remove(scope);
            return Duration.ZERO;
        }
        return recent.size() < most
                ? Duration.ZERO
                : left(now, recent.peekFirst().plus(window).plusMillis(1));
    }

    private void record(String scope, Instant now) {
        calls.computeIfAbsent(scope, s -> new ArrayDeque<>()).addLast(now);
    }

    private static String inChannel(String method, String channel) {
        return method + " " + channel;
    }

    private static Duration left(Instant now, Instant until) {
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    private static Duration longest(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
