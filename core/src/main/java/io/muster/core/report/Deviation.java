package io.muster.core.report;

import io.muster.core.Phrase;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.RecordKind;

import java.util.Comparator;
import java.util.Set;

/**
 * An exception, in an auditor's words: the control did not work as the plan says.
 *
 * @param about what kinds of record show it
 * @param where the entry that shows it, or the newest one that is silent about what is missing
 */
public record Deviation(Sort sort, Set<RecordKind> about, Reference where, Phrase what) {
    static final Comparator<Deviation> OLDEST_FIRST =
            Comparator.comparing(Deviation::where, Reference.OLDEST_FIRST)
                    .thenComparing(Deviation::sort);

    public Deviation {
        about = Set.copyOf(about);
    }

    /** The file that it is about. */
    public IncidentId file() {
        return where.file();
    }

    /** In what way it is one. */
    public enum Sort {
        LATE("Kept late"),
        MISSED("Not kept"),
        OVERDUE("Overdue"),
        OVERRIDE("Gate overridden"),
        EARLY("Closed early"),
        MISSING("Missing"),
        CUSTODY("Evidence"),
        FAILED("Drill not passed");

        private final String words;

        Sort(String words) {
            this.words = words;
        }

        /** As a table says it. */
        public String words() {
            return words;
        }
    }
}
