package io.muster.core.report;

import io.muster.core.Phrase;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * How the record was looked at: a list is only believed if it says who had it made, when, and from
 * what.
 *
 * @param by who had the report made, and how
 * @param at when
 * @param state what all of the record was like then
 * @param alerts what became of the alerts that arrived in the period
 */
public record Inspection(Phrase by, Instant at, RecordState state, List<AlertTally> alerts) {
    public Inspection {
        Objects.requireNonNull(at);
        alerts = List.copyOf(alerts);
    }
}
