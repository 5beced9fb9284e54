package io.muster.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.core.FreeText;
import io.muster.core.incident.IncidentEvent;
import io.muster.db.journal.Alerts;
import io.muster.db.journal.ChainAudit;
import io.muster.db.time.ClockKind;
import io.muster.db.time.DatabaseClock;

import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What neither Muster nor the owner of its tables can do to the record by mistake. */
@Tag("M5")
class GuardTest {
    private static final TestDatabase DATABASE = Postgres.database();

    /** Changes that a trigger or a constraint refuses to everybody. */
    static Stream<String> refusedToEverybody() {
        return Stream.of(
                "update journal set actor = 'muster'",
                "update journal set entry = entry where seq = 1",
                "delete from journal where seq = 2",
                "truncate journal",
                "truncate journal cascade",
                "insert into journal select * from journal on conflict (incident, seq)"
                        + " do update set actor = 'muster'",
                "insert into journal select incident, seq + 1, type, recorded_at, actor, entry,"
                        + " prev, hash from journal",
                "update install set clock = 'real', ahead_ms = 0",
                "update install set ahead_ms = ahead_ms - 1",
                "update install set ahead_ms = 1000000000000000",
                "update install set id = gen_random_uuid()",
                "update install set began_at = now()",
                "insert into install (clock) values ('adjustable')",
                "insert into install (only_one, clock) values (false, 'adjustable')",
                "delete from install",
                "truncate install",
                "delete from incident",
                "truncate incident cascade",
                "update incident set id = 99",
                "update incident set policy = 'another@0'",
                "update incident set declared_at = now()",
                "update incident set declared_by = 'muster'",
                "update incident set seq = seq - 1",
                "update incident set head = sha256('x')",
                "update incident_counter set last = last + 2",
                "update incident_counter set last = last - 1",
                "update incident_counter set last = last",
                "insert into incident_counter (only_one) values (false)",
                "delete from incident_counter",
                "truncate incident_counter",
                "update policy set source = 'we promise nothing'",
                "delete from policy",
                "truncate policy cascade",
                "update words set text = 'something else'",
                "update words set text = null",
                "update words set text = null, salt = null, place = place + 10",
                "delete from words",
                "truncate words",
                "update alert set fate = 'dismissed'",
                "delete from alert",
                "truncate alert cascade",
                "update alert_words set text = 'something else'",
                "delete from alert_words",
                "truncate alert_words",
                "update alert_head set last = last + 2",
                "update alert_head set last = last - 1",
                "delete from alert_head",
                "truncate alert_head",
                "insert into alert_head (only_one) values (false)");
    }

    /** Ways around the triggers that only an owner or a superuser has. */
    static Stream<String> refusedToMuster() {
        return Stream.of(
                "alter table journal disable trigger all",
                "alter table journal disable trigger journal_is_append_only",
                "alter table journal drop constraint journal_never_forks",
                "alter table journal add column note text",
                "alter table journal rename to diary",
                "drop trigger journal_is_append_only on journal",
                "drop table journal cascade",
                "create rule quiet as on update to journal do instead nothing",
                "create trigger quiet before insert on journal for each row"
                        + " execute function never_changed()",
                "create or replace function never_changed() returns trigger language plpgsql as"
                        + " 'begin return new; end'",
                "create or replace function muster_now() returns timestamptz language sql as"
                        + " 'select now()'",
                "set session_replication_role = replica",
                "alter table install drop constraint real_time_is_never_pushed",
                "drop function install_guard() cascade",
                "create table elsewhere (x int)",
                "alter role muster_app superuser",
                "delete from flyway_schema_history",
                "insert into flyway_schema_history select * from flyway_schema_history",
                "update flyway_schema_history set success = false");
    }

    @BeforeAll
    static void declareSomething() {
        Archive archive = DATABASE.archive();
        DatabaseClock clock = new DatabaseClock(archive);
        clock.begin(ClockKind.ADJUSTABLE);
        clock.advance(Duration.ofHours(1));
        Declared.with(archive, new IncidentEvent.NoteAdded(new FreeText("a note")));
        archive.run(tx -> Alerts.dismissed(tx, "somebody was testing"));
    }

    @AfterAll
    static void after_all_that_nothing_has_changed() {
        assertThat(ChainAudit.check(DATABASE.archive()).broken()).isEmpty();
        assertThat(DATABASE.count("select count(*) from journal")).isEqualTo(2);
        assertThat(DATABASE.count("select count(*) from words where text is not null"))
                .isEqualTo(3);
        DATABASE.close();
    }

    @ParameterizedTest
    @MethodSource({"refusedToEverybody", "refusedToMuster"})
    void muster_cannot(String change) {
        assertThatThrownBy(() -> DATABASE.archive().run(tx -> tx.dsl().execute(change)))
                .isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @MethodSource("refusedToEverybody")
    void the_owner_cannot_without_pulling_down_the_guards(String change) {
        assertThatThrownBy(() -> DATABASE.execute(change)).isInstanceOf(DataAccessException.class);
    }

    /** As replication does it, which passes over ordinary triggers and all foreign keys. */
    @ParameterizedTest
    @MethodSource("refusedToEverybody")
    void nor_can_a_superuser_who_plays_a_replica(String change) {
        assertThatThrownBy(() ->
                        DATABASE.asSuperuser(dsl -> {
                            dsl.execute("set local session_replication_role = replica");
                            dsl.execute(change);
                        }))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void muster_works_under_the_lesser_role_and_the_checkup_says_so() {
        String role =
                DATABASE.archive().transact(tx -> "" + tx.dsl().fetchValue("select current_user"));
        assertThat(role).isEqualTo("muster_app");
        assertThat(DatabaseCheckup.examine(DATABASE.archive()))
                .allMatch(DatabaseCheckup.Line::ok)
                .extracting(DatabaseCheckup.Line::words)
                .anyMatch(words -> words.startsWith("PostgreSQL 1"))
                .anyMatch(words -> words.contains("never change it"))
                .anyMatch(words -> words.equals("0 messages waiting"));
    }

    @Test
    void a_real_clock_is_never_pushed_and_never_becomes_a_trials() {
        try (TestDatabase real = Postgres.database()) {
            new DatabaseClock(real.archive()).begin(ClockKind.REAL);
            for (String change :
                    List.of(
                            "update install set ahead_ms = 1",
                            "update install set clock = 'adjustable'",
                            "update install set clock = 'adjustable', ahead_ms = 1")) {
                assertThatThrownBy(() -> real.archive().run(tx -> tx.dsl().execute(change)))
                        .as(change)
                        .isInstanceOf(DataAccessException.class);
                assertThatThrownBy(() -> real.execute(change))
                        .as(change)
                        .isInstanceOf(DataAccessException.class);
            }
        }
    }
}
