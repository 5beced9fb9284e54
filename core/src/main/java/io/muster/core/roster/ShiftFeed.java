package io.muster.core.roster;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Where the shifts of a calendar file come from: reading files is not the core's business. */
public interface ShiftFeed {
    /** Calendars cannot be read here. */
    ShiftFeed NONE =
            (file, usual) -> new Unreadable("cannot be read here.", "Read the team from a file.");

    /**
     * The entries of this calendar.
     *
     * @param usual the zone of whole days and of times without a zone, where the file names none
     */
    Answer read(String file, ZoneId usual);

    /** What came of it. */
    sealed interface Answer {}

    /** What stands in the calendar. */
    record Entries(List<Entry> entries) implements Answer {
        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /** It cannot be used. */
    record Unreadable(String why, String remedy) implements Answer {}

    /**
     * One entry.
     *
     * @param addresses e-mail addresses that stand in it, in lower case
     * @param summary its title
     */
    record Entry(Instant from, Instant until, List<String> addresses, Optional<String> summary) {
        public Entry {
            addresses = List.copyOf(addresses);
        }
    }
}
