package io.muster.core.alert;

import java.util.Locale;
import java.util.Optional;

/** What became of an alert: the decision that stands in the record beside it. */
public enum Fate {
    /** An incident was declared. */
    DECLARED("declared"),
    /** New alerts joined the incident that is open. */
    JOINED("joined"),
    /** It was known; it is counted. */
    REPEATED("repeated, counted in"),
    /** It fires although the incident is resolved. */
    RETURNED("fires again, reported to"),
    /** It is over, which was noted. */
    CLEARED("noted in"),
    /** A rule says that it is not worth an incident. */
    DISMISSED("dismissed"),
    /** It is over, and nothing was open because of it. */
    UNHEARD("nothing was open"),
    /** The incident was closed or dismissed, and this is still the same. */
    OVER("still the same as in");

    private final String words;

    Fate(String words) {
        this.words = words;
    }

    /** As people read it; followed by the incident if it concerns one. */
    public String words() {
        return words;
    }

    /** How it is stored. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads back what {@link #word} wrote. */
    public static Optional<Fate> of(String word) {
        for (Fate fate : values()) {
            if (fate.word().equals(word)) {
                return Optional.of(fate);
            }
        }
        return Optional.empty();
    }
}
