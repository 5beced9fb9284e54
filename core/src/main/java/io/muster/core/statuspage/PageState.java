package io.muster.core.statuspage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an incident stands, as the public is told. */
public enum PageState {
    /** Something is wrong; why is not known yet. */
    INVESTIGATING("Investigating"),
    /** It is known what is wrong. */
    IDENTIFIED("Identified"),
    /** It should be over, and is watched. */
    MONITORING("Monitoring"),
    /** It is over. */
    RESOLVED("Resolved");

    private final String title;

    PageState(String title) {
        this.title = title;
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    /** As programs read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of this title or word. */
    public static Optional<PageState> read(String words) {
        return Arrays.stream(values())
                .filter(s -> s.title.equalsIgnoreCase(words.strip()))
                .findFirst();
    }
}
