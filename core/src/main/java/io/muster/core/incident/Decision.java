package io.muster.core.incident;

import io.muster.core.Phrase;

import java.util.List;

/** The answer to "may we?". */
public sealed interface Decision {
    /** Yes; this is what happens. */
    record Accepted(List<IncidentEvent> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /**
     * No, or not now, or already done: words for the person who asked, saying what to do next.
     * Nothing is recorded.
     */
    record Refused(Phrase words) implements Decision {}

    /** Yes. */
    static Decision accept(IncidentEvent... events) {
        return new Accepted(List.of(events));
    }

    /** No, in words for a person. */
    static Decision refuse(String words) {
        return new Refused(Phrase.of(words));
    }

    /** No, in words for a person. */
    static Decision refuse(Phrase words) {
        return new Refused(words);
    }
}
