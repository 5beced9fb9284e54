package io.muster.core.report;

import io.muster.core.incident.IncidentId;

import java.time.Instant;
import java.util.Comparator;

/**
 * Where something stands in the record, so that whoever doubts it can look: {@code export} prints
 * the entry, and its SHA-256 is this hash.
 *
 * @param file the incident, or the program
 */
public record Reference(IncidentId file, int entry, Instant at, String hash) {
    /** The order in which things happened. */
    static final Comparator<Reference> OLDEST_FIRST =
            Comparator.comparing(Reference::at)
                    .thenComparingLong(r -> r.file().number())
                    .thenComparingInt(Reference::entry);

    private static final int SHORT = 16;
    private static final char SPACE = 0xA0;

    /** {@code INC-7 · 12}, which is never broken into two lines. */
    public String words() {
        return fileName() + SPACE + "·" + SPACE + entry;
    }

    /** {@code INC-7}, or {@code plan}. */
    public String fileName() {
        return file.equals(IncidentId.PROGRAM) ? "plan" : file.toString();
    }

    /** As much of the hash as tells entries apart. */
    public String shortHash() {
        return hash.substring(0, Math.min(SHORT, hash.length()));
    }
}
