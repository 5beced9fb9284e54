package io.muster.db.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.db.Archive;
import io.muster.db.Postgres;
import io.muster.db.TestDatabase;
import io.muster.db.Together;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

@Tag("M5")
class JobSlotsTest {
    private static final Instant NINE = Instant.parse("2026-03-05T09:00:00Z");

    @AutoClose private static final TestDatabase DATABASE = Postgres.database();

    private final Archive archive = DATABASE.archive();
    private final JobSlots slots = new JobSlots();

    @Test
    void a_turn_is_taken_once_however_many_ask() {
        AtomicInteger taken = new AtomicInteger();
        Together.times(
                8,
                20,
                (thread, turn) -> {
                    if (claim("digest", NINE.plusSeconds(turn))) {
                        taken.incrementAndGet();
                    }
                });
        assertThat(taken).hasValue(20);
        assertThat(claim("another job", NINE)).isTrue();
    }

    @Test
    void a_turn_whose_work_failed_was_not_taken() {
        Instant slot = NINE.plusSeconds(1_000);
        assertThatThrownBy(() ->
                        archive.run(tx -> {
                            slots.claim(tx, "digest", slot);
                            throw new IllegalStateException("no");
                        }))
                .hasMessage("no");
        assertThat(claim("digest", slot)).isTrue();
    }

    private boolean claim(String job, Instant slot) {
        return archive.transact(tx -> slots.claim(tx, job, slot));
    }
}
