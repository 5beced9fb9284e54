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
    /** Slack counts arrivals, we count departures: a second for what a call may take on its way. */
    private static final Duration MINUTE = Duration.ofSeconds(61);

    /**
     * What tier each method is in, calls a minute: those that outlive the moment. Modals, the Home
     * and private replies are tried once and ask nobody.
     */
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
                    Map.entry("conversations.info", 50),
                    Map.entry("conversations.canvases.create", 20),
                    Map.entry("canvases.edit", 50),
                    Map.entry("canvases.sections.lookup", 50),
                    // not a method: how many of the calls of chat.update documents may use
                    Map.entry("document-message", 15),
                    Map.entry("users.info", 100),
                    Map.entry("files.getUploadURLExternal", 100),
                    Map.entry("files.completeUploadExternal", 100),
                    Map.entry("conversations.replies", 50),
                    Map.entry("files.info", 100),
                    Map.entry("chat.getPermalink", 100));

    private static final int POSTS_A_MINUTE = 240;

    /** A document is read, not heard: it may be so many messages late. */
    private static final int POSTS_A_DOCUMENT = 5;

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

    /**
     * A post was answered: the next one to that channel counts from here, because Slack counts from
     * when the post arrived, which was at the latest now.
     */
    synchronized void posted(String method, Optional<String> channel) {
        channel.map(c -> calls.get(inChannel(method, c)))
                .filter(recent -> !recent.isEmpty())
                .ifPresent(recent -> {
                    recent.removeLast();
                    recent.addLast(clock.instant());
                });
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
        return channel.flatMap(
                        c -> between(method).map(b -> spent(inChannel(method, c), now, 1, b)))
                .map(here -> longest(overall, here))
                .orElse(overall);
    }

    /**
     * How long between two calls about one place: Slack's rule for messages, ours for documents.
     */
    private Optional<Duration> between(String method) {
        return switch (method) {
            case "chat.postMessage" -> Optional.of(pace.betweenPosts());
            case "canvases.edit", "document-message" ->
                    Optional.of(pace.betweenPosts().multipliedBy(POSTS_A_DOCUMENT));
            default -> Optional.empty();
        };
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
