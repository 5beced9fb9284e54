package io.muster.db.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.alert.Fate;
import io.muster.core.report.AlertTally;
import io.muster.core.report.Chain;
import io.muster.core.report.RecordState;
import io.muster.core.report.Seal;
import io.muster.db.Anything;
import io.muster.db.Archive;
import io.muster.db.Postgres;
import io.muster.db.TestDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

/** What the control report says of the record as a whole. */
@Tag("F25")
class WholeRecordTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    private final TestDatabase database = Postgres.database();
    private final Archive archive = database.archive();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_empty_record_has_no_chain_of_alerts() {
        assertThat(state().chains()).extracting(Chain::name).doesNotContain("alerts");
        assertThat(alerts(LATER)).isEmpty();
    }

    @Test
    void the_heads_are_those_of_the_plan_of_every_incident_and_of_the_alerts() {
        archive.run(
                tx -> new Scribe().write(tx, Stories.story(1, 12), Anything.seeded(1).random()));
        archive.run(tx -> Alerts.dismissed(tx, "first"));
        RecordState before = state();
        archive.run(tx -> Alerts.dismissed(tx, "second"));
        RecordState after = state();

        assertThat(after.broken()).isEmpty();
        assertThat(after.chains()).extracting(Chain::name).contains("INC-1").endsWith("alerts");
        assertThat(after.chains().getLast().entries()).isEqualTo(2);
        Chain incident =
                after.chains().stream().filter(c -> c.name().equals("INC-1")).findFirst().get();
        assertThat(incident.head())
                .isEqualTo(Seal.of("muster/journal/v1/entry\n" + last(incident.entries())));
        assertThat(after.heads())
                .as("one more alert is another record")
                .isNotEqualTo(before.heads());
    }

    @Test
    void alerts_are_counted_by_what_became_of_them_in_the_period() {
        archive.run(tx -> Alerts.dismissed(tx, "first"));
        archive.run(tx -> Alerts.dismissed(tx, "second"));

        assertThat(alerts(LATER)).containsExactly(new AlertTally(Fate.DISMISSED, 2));
        assertThat(alerts(LONG_AGO.plusSeconds(60))).isEmpty();
    }

    private String last(int entries) {
        List<String> all = archive.snapshot(tx -> ChainAudit.entries(tx, 1));
        assertThat(all).hasSize(entries);
        return all.getLast();
    }

    private List<AlertTally> alerts(Instant end) {
        return archive.snapshot(tx -> WholeRecord.alerts(tx, LONG_AGO, end));
    }

    private RecordState state() {
        return archive.snapshot(WholeRecord::state);
    }
}
