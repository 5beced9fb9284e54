package io.muster.core.incident;

import io.muster.core.Phrase;
import io.muster.core.fact.TimeName;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which time can be claimed: one that has passed, and that fits what else is known. */
final class TimeRules {
    /** What is earlier is a slip of the finger. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** What comes before what; awareness has its own place, see {@link TimeName#AWARE}. */
    private static final List<TimeName> COURSE =
            List.of(
                    TimeName.OCCURRED,
                    TimeName.DETECTED,
                    TimeName.CONTAINED,
                    TimeName.RESTORED,
                    TimeName.RESOLVED,
                    TimeName.CLOSED);

    private TimeRules() {}

    /** Why it cannot have been then; empty if it can. */
    static Optional<Phrase> impossible(
            Incident incident, TimeName name, Instant claimed, Instant now) {
        return unlikely(about(name), claimed, now)
                .or(() -> notReached(incident, name))
                .or(() -> outOfOrder(incident, name, claimed));
    }

    /** Why this cannot hold since then; empty if it can. */
    static Optional<Phrase> impossible(Incident incident, String what, Instant since, Instant now) {
        Phrase about = Phrase.of(what + ": ");
        return unlikely(about, since, now)
                .or(() ->
                        said(incident, TimeName.OCCURRED)
                                .filter(since::isBefore)
                                .map(begun -> clash(about, "before", TimeName.OCCURRED, begun)));
    }

    private static Optional<Phrase> unlikely(Phrase about, Instant claimed, Instant now) {
        if (claimed.isAfter(now)) {
            return Optional.of(
                    about.say(
                            "that is in the future. Say when it was, in a time that has passed."));
        }
        return claimed.isBefore(EARLIEST)
                ? Optional.of(about.say("that is long ago. Please look at the year again."))
                : Optional.empty();
    }

    /** These two are acts in Muster: before the act there is nothing to say about its time. */
    private static Optional<Phrase> notReached(Incident incident, TimeName name) {
        boolean isAct =
                name == TimeName.CONFIRMED || name == TimeName.RESOLVED || name == TimeName.CLOSED;
        return isAct && Times.recorded(incident, name).isEmpty()
                ? Optional.of(
                        about(name)
                                .say(
                                        "it is not "
                                                + name.word()
                                                + " yet. Do that first, then say"
                                                + " when it really was."))
                : Optional.empty();
    }

    private static Optional<Phrase> outOfOrder(Incident incident, TimeName name, Instant claimed) {
        if (begins(name) && claimed.isAfter(incident.declaredAt())) {
            return Optional.of(
                    about(name)
                            .say("it cannot be after the incident was declared, at ")
                            .at(incident.declaredAt())
                            .say("."));
        }
        for (TimeName other : TimeName.values()) {
            Optional<Instant> known = said(incident, other);
            if (known.isPresent() && other != name) {
                if (comesBefore(name, other) && claimed.isAfter(known.get())) {
                    return Optional.of(clash(about(name), "after", other, known.get()));
                }
                if (comesBefore(other, name) && claimed.isBefore(known.get())) {
                    return Optional.of(clash(about(name), "before", other, known.get()));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * What a person said. A button is often pressed late, so that the record of one thing proves
     * nothing against what is said of another.
     */
    private static Optional<Instant> said(Incident incident, TimeName name) {
        Optional<Instant> claimed = incident.dossier().facts().time(name);
        return name == TimeName.DETECTED
                ? claimed.or(() -> incident.header().detectedAt())
                : claimed;
    }

    private static boolean begins(TimeName name) {
        return name == TimeName.OCCURRED || name == TimeName.DETECTED;
    }

    private static boolean comesBefore(TimeName one, TimeName other) {
        boolean both = COURSE.contains(one) && COURSE.contains(other);
        return both ? COURSE.indexOf(one) < COURSE.indexOf(other) : one == TimeName.OCCURRED;
    }

    private static Phrase clash(Phrase about, String side, TimeName other, Instant known) {
        return about.say("it cannot be " + side + " it was " + verb(other) + ", at ")
                .at(known)
                .say(". If that is the wrong one, correct it first.");
    }

    private static String verb(TimeName name) {
        return switch (name) {
            case OCCURRED -> "begun";
            case AWARE -> "known for sure";
            default -> name.word();
        };
    }

    private static Phrase about(TimeName name) {
        return Phrase.of(name.title() + ": ");
    }
}
