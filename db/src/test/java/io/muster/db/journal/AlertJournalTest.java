package io.muster.db.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.alert.Fate;
import io.muster.db.Postgres;
import io.muster.db.TestDatabase;
import io.muster.db.Together;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

/** The record of alerts is as hard to change unseen as that of incidents. */
@Tag("F04")
class AlertJournalTest {
    private final TestDatabase database = Postgres.database();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_was_recorded_is_read_back_newest_first() {
        database.archive().run(tx -> Alerts.dismissed(tx, "first"));
        database.archive().run(tx -> Alerts.dismissed(tx, "second"));

        List<LoggedAlert> latest =
                database.archive()
                        .transact(tx -> new AlertJournal().latest(tx, Long.MAX_VALUE, 10));

        assertThat(latest).extracting(LoggedAlert::number).containsExactly(2L, 1L);
        assertThat(latest.getFirst().signal()).contains(Alerts.signal("second"));
        assertThat(latest.getFirst().entry().fate()).isEqualTo(Fate.DISMISSED);
        assertThat(latest.getFirst().entry().incident()).isEqualTo(Optional.empty());
        ChainAudit.Report report = ChainAudit.check(database.archive());
        assertThat(report.broken()).isEmpty();
        assertThat(report.entries()).isEqualTo(2);
    }

    @Test
    void many_who_write_at_once_make_one_chain() {
        Together.times(
                4,
                5,
                (thread, n) -> database.archive().run(tx -> Alerts.dismissed(tx, "alert " + n)));

        assertThat(ChainAudit.check(database.archive()).broken()).isEmpty();
        assertThat(database.count("select max(number) from alert")).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    delete from alert_words where alert = 2              | Alert 2 has lost what its source said
                    update alert_words set text = 'no' where alert = 3   | Alert 3 has words that are not those
                    update alert set fate = 'joined' where number = 2    | Alert 2 says something else
                    update alert set firing = false where number = 2     | Alert 2 says something else
                    update alert set is_private = true where number = 1  | Alert 1 says something else
                    update alert set entry = set_byte(entry, 0, 32) where number = 2 | Alert 2 does not have the hash
                    update alert set prev = sha256('x') where number = 2 | Alert 2 does not follow
                    delete from alert_words where alert = 3; delete from alert where number = 3 | ends with 2, but 3 were recorded
                    delete from alert_words where alert = 1; delete from alert where number = 1 | Alert 1 is missing
                    update alert_head set head = sha256('x')             | head of the record of alerts is not
                    delete from alert_head                               | head of the record of alerts is gone
                    """)
    void every_change_is_found_out(String forgery, String finding) {
        for (int n = 1; n <= 3; n++) {
            String title = "alert " + n;
            database.archive().run(tx -> Alerts.dismissed(tx, title));
        }
        for (String table : List.of("alert", "alert_words", "alert_head")) {
            database.execute("alter table " + table + " disable trigger all");
        }

        for (String change : forgery.split(";")) {
            database.execute(change);
        }

        assertThat(ChainAudit.check(database.archive()).broken())
                .singleElement()
                .asString()
                .contains(finding);
    }

    @Test
    void what_was_said_can_be_erased_and_the_chain_still_verifies() {
        database.archive().run(tx -> Alerts.dismissed(tx, "with a name in it"));
        database.execute("update alert_words set text = null, salt = null");

        ChainAudit.Report report = ChainAudit.check(database.archive());

        assertThat(report.broken()).isEmpty();
        assertThat(report.erased()).isEqualTo(1);
        assertThat(
                        database.archive()
                                .transact(tx -> new AlertJournal().find(tx, 1))
                                .orElseThrow()
                                .signal())
                .isEmpty();
    }
}
