package io.muster.core.statuspage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a component does, the worse the later. */
public enum ComponentState {
    /** It works. */
    OPERATIONAL("Operational"),
    /** It is worked on, as was announced. */
    MAINTENANCE("Under maintenance"),
    /** It works, but badly. */
    DEGRADED("Degraded performance"),
    /** A part of it, or for some. */
    PARTIAL_OUTAGE("Partial outage"),
    /** It does not work. */
    MAJOR_OUTAGE("Major outage");

    private final String title;

    ComponentState(String title) {
        this.title = title;
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    /** As programs read it, for example {@code major-outage}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The worse of both. */
    public ComponentState or(ComponentState other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The state of this title or word. */
    public static Optional<ComponentState> read(String words) {
        String said = words.strip();
        return Arrays.stream(values())
                .filter(s -> s.title.equalsIgnoreCase(said) || s.word().equals(said))
                .findFirst();
    }
}
