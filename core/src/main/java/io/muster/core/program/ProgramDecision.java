package io.muster.core.program;

import io.muster.core.Phrase;

import java.util.List;

/** The answer to "may we?". */
public sealed interface ProgramDecision {
    /** Yes; this is what happens. */
    record Accepted(List<ProgramEvent> events) implements ProgramDecision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** No, or already done, in words for the person who asked. Nothing is recorded. */
    record Refused(Phrase words) implements ProgramDecision {}

    /** No, in words for a person. */
    static ProgramDecision refuse(String words) {
        return new Refused(Phrase.of(words));
    }
}
