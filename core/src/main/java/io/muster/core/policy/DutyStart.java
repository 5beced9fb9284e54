package io.muster.core.policy;

import java.util.Locale;

/** What starts the clock of a duty to notify; becomes an instant once it has happened. */
public sealed interface DutyStart {
    /** An instant in the life of the incident, as it was claimed or else as the record shows it. */
    record At(Point point) implements DutyStart {}

    /** The incident was of this severity, or graver, for the first time. */
    record Reaching(SeverityName severity) implements DutyStart {}

    /** This question was answered with yes. */
    record Answering(QuestionName question) implements DutyStart {}

    /**
     * Another duty was discharged: stages of one report follow each other like this.
     *
     * @param last what was sent to the same end later, an update, moves it; else the first counts
     */
    record Sending(DutyName duty, boolean last) implements DutyStart {
        /** What was done to that duty, in words that continue its title. */
        public String done() {
            return last ? "was last sent" : "was sent";
        }
    }

    /** An instant that can be claimed to have been at another time than the record shows. */
    enum Point {
        OCCURRED,
        DETECTED,
        /** The organisation knew with reasonable certainty; what law calls awareness. */
        AWARE,
        /** A vendor told us of an incident of theirs. */
        VENDOR_TOLD,
        DECLARED,
        ACKNOWLEDGED,
        CONFIRMED,
        CONTAINED,
        RESTORED,
        RESOLVED,
        CLOSED;

        /** The word that a policy uses for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What starts the clock, in words that continue "from". */
    default String words() {
        return switch (this) {
            case At at ->
                    switch (at.point()) {
                        case OCCURRED -> "when it began";
                        case DETECTED -> "detection";
                        case AWARE -> "awareness";
                        case VENDOR_TOLD -> "when the vendor told us";
                        case DECLARED -> "declaration";
                        case ACKNOWLEDGED -> "acknowledgment";
                        case CONFIRMED -> "confirmation";
                        case CONTAINED -> "containment";
                        case RESTORED -> "restoration";
                        case RESOLVED -> "resolution";
                        case CLOSED -> "closure";
                    };
            case Reaching reaching -> "when it became " + reaching.severity();
            case Answering answering -> "when \"" + answering.question() + "\" was answered yes";
            case Sending sending -> "when \"" + sending.duty() + "\" " + sending.done();
        };
    }
}
