package io.muster.core.policy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is told of an incident, by severity and by how long it has been known.
 *
 * @param rows the columns of each severity, soonest first
 */
public record EscalationMatrix(Map<SeverityName, List<Column>> rows) {
    public EscalationMatrix {
        rows = Map.copyOf(rows);
    }

    /** The columns of this severity; empty if the matrix has no row for it. */
    public List<Column> row(SeverityName severity) {
        return rows.getOrDefault(severity, List.of());
    }

    /**
     * One column of a row.
     *
     * @param cells whom to tell; empty means that the policy says: not applicable
     */
    public record Column(Timing timing, List<Cell> cells) {
        public Column {
            Objects.requireNonNull(timing);
            cells = List.copyOf(cells);
        }
    }

    /** When a column is due. */
    public sealed interface Timing {
        /** With the first message. */
        record AtOnce() implements Timing {}

        /** No later than this after the declaration. */
        record Within(Duration duration) implements Timing {}

        /** Collected, once a day. */
        record DailyDigest() implements Timing {}
    }

    /**
     * @param onlyIf the question whose answer decides whether this audience is owed word at all
     */
    public record Cell(RoleName role, Optional<QuestionName> onlyIf) {
        public Cell {
            Objects.requireNonNull(role);
        }
    }
}
