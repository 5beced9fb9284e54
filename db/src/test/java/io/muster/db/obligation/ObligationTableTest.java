package io.muster.db.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.calendar.CalendarName;
import io.muster.core.incident.IncidentId;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.obligation.Obligations;
import io.muster.core.obligation.Rung;
import io.muster.core.policy.ClockName;
import io.muster.core.policy.RoleName;
import io.muster.db.Archive;
import io.muster.db.Declared;
import io.muster.db.Plans;
import io.muster.db.Postgres;
import io.muster.db.TestDatabase;
import io.muster.db.time.ClockKind;
import io.muster.db.time.DatabaseClock;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

@Tag("M5")
class ObligationTableTest {
    private static final TestDatabase DATABASE = Postgres.database();

    private static IncidentId incident = new IncidentId(1);

    private final Archive archive = DATABASE.archive();
    private final ObligationTable table = new ObligationTable();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @BeforeAll
    static void begin() {
        new DatabaseClock(DATABASE.archive()).begin(ClockKind.ADJUSTABLE);
        incident = Declared.with(DATABASE.archive()).id();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void empty() {
        DATABASE.execute("truncate obligation");
    }

    @Test
    void what_is_owed_is_written_as_it_stands() {
        Obligation open = owed("update", now.plusSeconds(60));
        Obligation met = owed("page", now).settled(Obligation.State.MET, now);
        follow(Obligations.NONE.with(open).with(met));

        assertThat(rows())
                .containsExactly(
                        "page/1 Page commander MET " + now + " null " + now,
                        "update/1 Update commander OPEN "
                                + now.plusSeconds(60)
                                + " "
                                + now.plusSeconds(60)
                                + " null");
    }

    @Test
    void only_what_changed_is_written() {
        Obligations before =
                Obligations.NONE.with(owed("a", now)).with(owed("b", now)).with(owed("c", now));
        follow(before);
        String untouched = version("a");
        Obligation changed = owed("b", now).snoozed(now.plusSeconds(900));
        Obligations after = before.with(changed).with(owed("d", now));

        archive.run(tx -> table.follow(tx, incident, Optional.of(before), after));

        assertThat(version("a")).isEqualTo(untouched);
        assertThat(version("c")).isEqualTo(untouched);
        assertThat(version("b")).isNotEqualTo(untouched);
        assertThat(rows()).hasSize(4);
        assertThat(DATABASE.ask("select next_at from obligation where id = 'b/1'"))
                .startsWith(now.plusSeconds(900).toString().substring(0, 10));
    }

    @Test
    void when_nothing_changed_nothing_is_asked_of_the_database() {
        Obligations same = Obligations.NONE.with(owed("a", now));

        assertThat(Plans.of(DATABASE, tx -> table.follow(tx, incident, Optional.of(same), same)))
                .isEmpty();
    }

    @Test
    void what_is_settled_is_not_looked_at_again() {
        Obligations before = Obligations.NONE.with(owed("a", now.minusSeconds(1)));
        follow(before);
        assertThat(due(9)).hasSize(1);

        archive.run(tx ->
                table.follow(
                        tx,
                        incident,
                        Optional.of(before),
                        before.with(
                                owed("a", now.minusSeconds(1))
                                        .settled(Obligation.State.DROPPED, now))));

        assertThat(due(9)).isEmpty();
    }

    @Test
    void the_longest_overdue_comes_first_and_no_more_than_was_asked_for() {
        follow(
                Obligations.NONE
                        .with(owed("c", now.minusSeconds(1)))
                        .with(owed("a", now.minusSeconds(30)))
                        .with(owed("b", now.minusSeconds(30)))
                        .with(owed("later", now.plusSeconds(3_600)))
                        .with(owed("d", now.minusSeconds(3_000))));

        assertThat(due(9))
                .extracting(d -> d.obligation().toString())
                .containsExactly("d/1", "a/1", "b/1", "c/1");
        assertThat(due(2)).extracting(d -> d.obligation().toString()).containsExactly("d/1", "a/1");
        assertThat(due(1))
                .containsExactly(
                        new Due(
                                incident,
                                ObligationId.first(new ClockName("d")),
                                now.minusSeconds(3_000)));
    }

    @Test
    void the_time_of_a_trial_is_what_counts() {
        DatabaseClock clock = new DatabaseClock(archive);
        Instant inAnHour = clock.now().plusSeconds(3_600);
        follow(Obligations.NONE.with(owed("a", inAnHour)));
        assertThat(due(9)).isEmpty();

        clock.advance(Duration.ofMinutes(59));
        assertThat(due(9)).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(due(9)).hasSize(1);
    }

    /** It is asked each second, so it may read only what is due, and the time only once. */
    @Test
    void asking_reads_nothing_that_is_not_due() {
        DATABASE.execute(
                "insert into obligation select "
                        + incident.number()
                        + ", 'many/' || n, 't', 'r', 'OPEN', now() + n * interval '1 minute',"
                        + " case when n % 3 > 0 then now() + n * interval '1 minute' end, null"
                        + " from generate_series(-5, 20000) n");
        DATABASE.execute("analyze obligation");

        assertThat(Plans.of(DATABASE, tx -> table.due(tx, 200)))
                .allSatisfy(plan ->
                        assertThat(plan)
                                .contains("Index Scan using obligation_next")
                                .contains("Index Cond: (next_at <= (InitPlan"));
    }

    private void follow(Obligations obligations) {
        archive.run(tx -> table.follow(tx, incident, Optional.empty(), obligations));
    }

    private List<Due> due(int most) {
        return archive.transact(tx -> table.due(tx, most));
    }

    private static Obligation owed(String clock, Instant due) {
        String title =
                clock.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + clock.substring(1);
        return Obligation.open(
                ObligationId.first(new ClockName(clock)),
                title,
                new RoleName("commander"),
                new CalendarName("office"),
                due,
                due,
                Optional.empty(),
                List.of(new Rung(due, List.of(), Optional.empty())));
    }

    private static List<String> rows() {
        String zulu = "'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"'";
        return DATABASE.list(
                "select concat_ws(' ', id, title, owner, state, to_char(due_at at time zone 'UTC', "
                        + zulu
                        + "), coalesce(to_char(next_at at time zone 'UTC', "
                        + zulu
                        + "), 'null'), coalesce(to_char(settled_at at time zone 'UTC', "
                        + zulu
                        + "), 'null')) from obligation order by id");
    }

    /** Where the row lies on the disk: another place after each write. */
    private static String version(String clock) {
        return DATABASE.ask("select xmin::text from obligation where id = '" + clock + "/1'");
    }
}
