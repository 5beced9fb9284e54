package io.muster.db.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.db.Archive;
import io.muster.db.DatabaseProblem;
import io.muster.db.Postgres;
import io.muster.db.TestDatabase;
import io.muster.db.Together;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;

@Tag("M5")
class DatabaseClockTest {
    @AutoClose private final TestDatabase database = Postgres.database();

    private final Archive archive = database.archive();
    private final DatabaseClock clock = new DatabaseClock(archive);

    @Test
    void real_time_is_never_pushed() {
        clock.begin(ClockKind.REAL);

        assertThatThrownBy(() -> clock.advance(Duration.ofHours(1)))
                .isInstanceOf(DatabaseProblem.class)
                .hasMessageContaining("MUSTER_CLOCK=adjustable");
        assertThat(clock.ahead()).isZero();
        assertIsAbout(clock.now(), Instant.now());
    }

    @Test
    void a_trial_is_pushed_and_stays_where_it_was_pushed_to() {
        clock.begin(ClockKind.ADJUSTABLE);
        assertThat(clock.ahead()).isZero();

        Instant after = clock.advance(Duration.ofHours(1));
        assertIsAbout(after, Instant.now().plusSeconds(3_600));
        clock.advance(Duration.ofMillis(1));

        assertThat(clock.ahead()).isEqualTo(Duration.ofHours(1).plusMillis(1));
        assertThat(new DatabaseClock(database.another()).now()).isAfterOrEqualTo(after);
    }

    @ParameterizedTest
    @EnumSource
    void the_kind_is_chosen_once_and_the_same_wish_is_no_other(ClockKind kind) {
        ClockKind other = kind == ClockKind.REAL ? ClockKind.ADJUSTABLE : ClockKind.REAL;
        clock.begin(kind);
        clock.begin(kind);

        assertThatThrownBy(() -> clock.begin(other))
                .isInstanceOf(DatabaseProblem.class)
                .hasMessageContaining("MUSTER_CLOCK");
        clock.begin(kind);
    }

    @Test
    void of_nodes_that_begin_at_once_with_different_wishes_one_decides() {
        AtomicInteger refused = new AtomicInteger();
        Together.times(
                8,
                1,
                (thread, turn) -> {
                    try {
                        clock.begin(thread % 2 == 0 ? ClockKind.REAL : ClockKind.ADJUSTABLE);
                    } catch (DatabaseProblem e) {
                        refused.incrementAndGet();
                    }
                });

        assertThat(refused).hasValue(4);
        assertThat(database.count("select count(*) from install")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "-PT1H", "PT0.0001S"})
    void time_is_pushed_forward_and_by_something(String by) {
        clock.begin(ClockKind.ADJUSTABLE);

        assertThatThrownBy(() -> clock.advance(Duration.parse(by)))
                .isInstanceOf(DatabaseProblem.class)
                .hasMessageContaining("forward");
        assertThat(clock.ahead()).isZero();
    }

    /** Far enough for any deadline, and not so far that a year no longer fits into an entry. */
    @ParameterizedTest
    @ValueSource(strings = {"P36600D", "P3000000D", "PT9223372036854775807S"})
    void a_trial_ends_within_a_century(String by) {
        clock.begin(ClockKind.ADJUSTABLE);
        clock.advance(Duration.ofDays(36_500));

        assertThatThrownBy(() -> clock.advance(Duration.parse(by)))
                .isInstanceOf(DatabaseProblem.class)
                .hasMessageContaining("century");
        assertThat(clock.ahead()).isEqualTo(Duration.ofDays(36_500));
    }

    @Test
    void now_is_whole_milliseconds_and_moves_on_within_a_transaction() {
        clock.begin(ClockKind.ADJUSTABLE);
        archive.run(tx -> {
            Instant first = DatabaseClock.now(tx);
            assertThat(first).isEqualTo(first.truncatedTo(ChronoUnit.MILLIS));
            tx.dsl().execute("select pg_sleep(0.003)");
            assertThat(DatabaseClock.now(tx)).isAfter(first);
        });
    }

    @Test
    void a_database_that_nobody_has_begun_keeps_real_time() {
        assertIsAbout(clock.now(), Instant.now());
        assertThat(clock.ahead()).isZero();
        assertThatThrownBy(() -> clock.advance(Duration.ofHours(1)))
                .isInstanceOf(DatabaseProblem.class);
    }

    private static void assertIsAbout(Instant instant, Instant expected) {
        assertThat(instant).isBetween(expected.minusSeconds(10), expected.plusSeconds(10));
    }
}
