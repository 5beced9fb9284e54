package io.muster.app.sandbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many events an hour takes, and when Slack gives up on an app that hears none. */
public final class EventBudget {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int ENOUGH_TO_JUDGE = 1_000;

    /** What to do with an event. */
    enum Verdict {
        DELIVER,
        SAY_LIMITED,
        DROP
    }

    private final int perHour;
    private final Deque<Instant> spent = new ArrayDeque<>();
    private long saidInMinute = -1;
    private int heard;
    private int missed;

    public EventBudget(int perHour) {
        this.perHour = perHour;
    }

    synchronized Verdict spend(Instant now) {
        while (!spent.isEmpty() && spent.getFirst().plus(HOUR).isBefore(now)) {
            spent.removeFirst();
        }
        if (spent.size() < perHour) {
            spent.add(now);
            return Verdict.DELIVER;
        }
        long minute = now.getEpochSecond() / 60;
        if (minute == saidInMinute) {
            return Verdict.DROP;
        }
        saidInMinute = minute;
        return Verdict.SAY_LIMITED;
    }

    synchronized void outcome(boolean wasHeard) {
        if (wasHeard) {
            heard++;
        } else {
            missed++;
        }
    }

    /** More than 95 of 100 deliveries failed; small apps are spared. */
    synchronized boolean disabled() {
        int all = heard + missed;
        return all >= ENOUGH_TO_JUDGE && missed > all * 0.95;
    }
}
