package io.muster.app.sandbox.limits;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A sliding minute for each method, and a second between two posts to one channel. */
public final class RateWindows {
    /** {@code burst} calls come on top of a tier's; both switches off means no limit at all. */
    public record Rules(boolean methods, boolean channels, int burst) {}

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration BETWEEN_POSTS = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Rules rules;
    private final Consumer<String> violations;
    private final Map<String, Deque<Instant>> calls = new HashMap<>();
    private final Map<String, Instant> lastPost = new HashMap<>();
    private final Map<String, Instant> blockedUntil = new HashMap<>();

    public RateWindows(InstantSource clock, Rules rules, Consumer<String> violations) {
        this.clock = clock;
        this.rules = rules;
        this.violations = violations;
    }

    /**
     * Counts the call, or says how long to wait. {@code channel} is the one that a post goes to;
     * empty for any other call.
     */
    public synchronized Optional<Duration> enter(String method, Tier tier, String channel) {
        Instant now = clock.instant();
        Optional<Duration> still =
                stillBlocked(method, now).or(() -> stillBlocked(method + channel, now));
        if (still.isPresent()) {
            return still;
        }
        Optional<Duration> wait = methodWait(method, tier, now);
        if (wait.isPresent()) {
            block(method, now, wait.get());
            return wait;
        }
        Optional<Duration> pause = channelWait(channel, now);
        if (pause.isPresent()) {
            block(method + channel, now, pause.get());
            return pause;
        }
        calls.computeIfAbsent(method, any -> new ArrayDeque<>()).add(now);
        if (!channel.isEmpty()) {
            lastPost.put(channel, now);
        }
        return Optional.empty();
    }

    /** Remembers a wait that was ordered by other means, a fault for one. */
    public synchronized void block(String key, Duration wait) {
        block(key, clock.instant(), wait);
    }

    private void block(String key, Instant now, Duration wait) {
        blockedUntil.put(key, now.plus(wait));
    }

    private Optional<Duration> stillBlocked(String key, Instant now) {
        Instant until = blockedUntil.get(key);
        if (until == null || !now.isBefore(until)) {
            return Optional.empty();
        }
        violations.accept(key + " called before Retry-After ran out");
        return Optional.of(wholeSeconds(Duration.between(now, until)));
    }

    private Optional<Duration> methodWait(String method, Tier tier, Instant now) {
        Deque<Instant> recent = calls.computeIfAbsent(method, any -> new ArrayDeque<>());
        while (!recent.isEmpty() && !recent.getFirst().plus(WINDOW).isAfter(now)) {
            recent.removeFirst();
        }
        if (!rules.methods() || recent.size() < tier.perMinute() + rules.burst()) {
            return Optional.empty();
        }
        return Optional.of(wholeSeconds(Duration.between(now, recent.getFirst().plus(WINDOW))));
    }

    private Optional<Duration> channelWait(String channel, Instant now) {
        Instant last = lastPost.get(channel);
        if (!rules.channels() || last == null || !last.plus(BETWEEN_POSTS).isAfter(now)) {
            return Optional.empty();
        }
        return Optional.of(BETWEEN_POSTS);
    }

    /** Retry-After knows whole seconds only, and never none. */
    private static Duration wholeSeconds(Duration wait) {
        return Duration.ofSeconds(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
    }
}
