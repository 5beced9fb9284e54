package io.muster.core.policy;

import io.muster.core.calendar.Span;
import io.muster.core.written.Passage;

import java.time.Duration;
import java.util.Optional;

/** Reads lengths of time. */
final class Spans {
    private static final Span STAND_IN = new Span.Elapsed(Duration.ofHours(1));

    private Spans() {}

    /** A span of any sort; empty if what stands there is none, which is then reported. */
    static Optional<Span> read(Passage passage) {
        String words = passage.text();
        Optional<Span> span = Span.parse(words);
        if (span.isEmpty() && !words.isEmpty()) {
            passage.problem(
                    "says " + passage.quoted() + ", which is no length of time.",
                    "Write it like `15 minutes`, `4 hours`, `3 days`, `2 business hours`,"
                            + " `1 business day`, `60 calendar days`, `1 month`, or `next release`"
                            + " for no clock.");
        }
        return span;
    }

    /** A span that has a clock. */
    static Span clocked(Passage passage) {
        Span span = read(passage).orElse(STAND_IN);
        if (span instanceof Span.Unclocked) {
            passage.problem(
                    "says " + passage.quoted() + ", which has no clock; here one must run.",
                    "Write a length of time, such as `24 hours`.");
        }
        return span;
    }

    /** A length of time that passes at night and at weekends too. */
    static Duration elapsed(Passage passage) {
        return elapsed(passage, passage.text());
    }

    /** The same, where the words are only a part of what stands there. */
    static Duration elapsed(Passage passage, String words) {
        if (Span.parse(words).orElse(null) instanceof Span.Elapsed span) {
            return span.duration();
        }
        if (!words.isEmpty()) {
            passage.problem(
                    "says " + passage.quoted() + ", which is no plain length of time.",
                    "Write it in minutes, hours or days, such as `10 minutes`.");
        }
        return Duration.ofHours(1);
    }
}
