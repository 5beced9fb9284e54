package io.muster.core.drill;

import io.muster.core.FreeText;
import io.muster.core.PersonId;

import java.time.Instant;
import java.util.List;

/**
 * How a drill ended.
 *
 * @param tested what was tested
 * @param actions what is to be done about what was found; may be blank
 * @param participants everybody who was in it
 */
public record Conclusion(
        Verdict verdict,
        FreeText tested,
        FreeText result,
        FreeText actions,
        List<PersonId> participants,
        Instant at) {
    public Conclusion {
        participants = List.copyOf(participants);
    }

    /** In a word, for whoever looks through many. A test that failed was held all the same. */
    public enum Verdict {
        PASSED("Goal met"),
        PASSED_WITH_FINDINGS("Goal met, with findings"),
        FAILED("Goal missed"),
        /** It proves nothing, and no duty of the plan is met by it. */
        ABANDONED("Broken off");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** As people say it. */
        public String words() {
            return words;
        }

        /** Whether it was held to its end, with whatever result. */
        public boolean wasHeld() {
            return this != ABANDONED;
        }
    }
}
