package io.muster.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.incident.IncidentId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** What doctor says of a database, well and not well. */
class DatabaseCheckupTest {
    @Test
    void the_clocks_of_one_machine_agree() {
        try (TestDatabase database = Postgres.database()) {
            DatabaseCheckup.Clock clock = DatabaseCheckup.clock(database.archive());
            assertThat(clock.ahead().abs().minus(clock.exact())).isLessThan(Duration.ofSeconds(1));
            assertThat(clock.exact()).isPositive();
        }
    }

    @Test
    void a_trigger_that_somebody_switched_off_is_to_be_switched_on() {
        try (TestDatabase database = Postgres.database()) {
            database.execute("alter table journal disable trigger journal_is_append_only");
            assertThat(wrong(database))
                    .contains("journal enable always trigger journal_is_append_only");
        }
    }

    @Test
    void a_role_that_may_change_the_journal_is_to_lose_that_right() {
        try (TestDatabase database = Postgres.database()) {
            database.execute("grant update on journal to muster_app");
            assertThat(wrong(database)).contains("revoke update, delete, truncate on journal");
        }
    }

    @Test
    void what_waits_is_told_with_its_age_and_what_is_set_aside_with_its_reason() {
        try (TestDatabase database = Postgres.database()) {
            IncidentId incident = Declared.with(database.archive()).id();
            row(database, incident, "pending", "now() - interval '3 minutes'", "null");
            assertThat(lines(database))
                    .anyMatch(l ->
                            l.level() == DatabaseCheckup.Level.WARN
                                    && l.words().equals("1 message waiting, the oldest for 3 min"));
            row(database, incident, "unknown", "now() - interval '20 minutes'", "null");
            row(database, incident, "parked", "now()", "'is_archived'");
            assertThat(wrong(database))
                    .contains(
                            "2 messages waiting, the oldest for 20 min: see that `serve` runs",
                            "of 1 message nobody knows",
                            "1 message set aside (is_archived)");
        }
    }

    private static void row(
            TestDatabase database, IncidentId incident, String state, String at, String reason) {
        database.execute(
                "insert into outbox (incident, lane, urgency, effect, body, state, created_at, reason"
                        + ") values ("
                        + incident.number()
                        + ", 'x', 1, 'tell', '{}', '"
                        + state
                        + "', "
                        + at
                        + ", "
                        + reason
                        + ")");
    }

    private static List<DatabaseCheckup.Line> lines(TestDatabase database) {
        return DatabaseCheckup.examine(database.archive());
    }

    private static String wrong(TestDatabase database) {
        return String.join(
                "\n",
                lines(database).stream()
                        .filter(line -> !line.ok())
                        .map(DatabaseCheckup.Line::words)
                        .toList());
    }
}
