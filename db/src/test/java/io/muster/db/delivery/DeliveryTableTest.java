package io.muster.db.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.core.incident.IncidentId;
import io.muster.db.Archive;
import io.muster.db.Declared;
import io.muster.db.Eventually;
import io.muster.db.Postgres;
import io.muster.db.TestDatabase;
import io.muster.db.Together;
import io.muster.db.delivery.DeliveryTable.Seen;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

@Tag("M5")
class DeliveryTableTest {
    @AutoClose private static final TestDatabase DATABASE = Postgres.database();

    private final Archive archive = DATABASE.archive();
    private final DeliveryTable deliveries = new DeliveryTable();
    private final IncidentId incident = Declared.with(archive).id();

    @BeforeEach
    void empty() {
        DATABASE.execute("truncate delivery");
    }

    @Test
    void the_first_time_is_the_first_time_and_every_other_time_is_not() {
        Delivery delivery = new Delivery("Ev1", "sig1", "body");

        assertThat(note(delivery)).isEqualTo(new Seen.FirstTime());
        assertThat(note(delivery)).isEqualTo(again());
        assertThat(note(new Delivery("Ev1", "another signature", "body"))).isEqualTo(again());
        assertThat(note(new Delivery("Ev2", "sig2", "body"))).isEqualTo(new Seen.FirstTime());
    }

    @Test
    void a_repetition_is_told_which_incident_it_was_about() {
        Delivery delivery = new Delivery("Ev1", "sig1", "body");
        archive.run(tx -> {
            deliveries.note(tx, delivery);
            deliveries.concerns(tx, delivery, incident);
        });

        assertThat(note(delivery)).isEqualTo(new Seen.Again(Optional.of(incident)));
    }

    @Test
    void what_was_rolled_back_was_never_delivered() {
        Delivery delivery = new Delivery("Ev1", "sig1", "body");
        assertThatThrownBy(() ->
                        archive.run(tx -> {
                            deliveries.note(tx, delivery);
                            throw new IllegalStateException("no");
                        }))
                .hasMessage("no");

        assertThat(note(delivery)).isEqualTo(new Seen.FirstTime());
    }

    @Test
    void what_was_refused_is_forgotten_and_may_be_asked_again() {
        Delivery delivery = new Delivery("Ev1", "sig1", "body");
        archive.run(tx -> {
            deliveries.note(tx, delivery);
            deliveries.forget(tx, delivery);
        });

        assertThat(note(delivery)).isEqualTo(new Seen.FirstTime());
    }

    @Test
    void what_was_acted_on_is_never_forgotten() {
        Delivery delivery = new Delivery("Ev1", "sig1", "body");
        archive.run(tx -> {
            deliveries.note(tx, delivery);
            deliveries.concerns(tx, delivery, incident);
            deliveries.forget(tx, delivery);
        });

        assertThat(note(delivery)).isEqualTo(new Seen.Again(Optional.of(incident)));
    }

    /**
     * Slack gives every request of some kinds the same trigger id; then the request itself counts.
     */
    @Test
    void an_id_that_comes_with_something_else_is_not_unique_and_the_request_decides() {
        Delivery first = new Delivery("trigger", "sig1", "declare A");
        Delivery second = new Delivery("trigger", "sig2", "declare B");

        assertThat(note(first)).isEqualTo(new Seen.FirstTime());
        assertThat(note(second)).isEqualTo(new Seen.FirstTime());
        archive.run(tx -> deliveries.concerns(tx, second, incident));
        assertThat(note(second)).isEqualTo(new Seen.Again(Optional.of(incident)));
        assertThat(note(first)).isEqualTo(again());
    }

    @Test
    void forgetting_the_one_does_not_forget_the_other_of_the_same_id() {
        Delivery first = new Delivery("trigger", "sig1", "declare A");
        Delivery second = new Delivery("trigger", "sig2", "declare B");
        note(first);
        archive.run(tx -> {
            deliveries.note(tx, second);
            deliveries.forget(tx, second);
        });

        assertThat(note(first)).isEqualTo(again());
        assertThat(note(second)).isEqualTo(new Seen.FirstTime());
    }

    @Test
    void a_duplicate_that_comes_meanwhile_waits_and_sees_what_the_first_one_did()
            throws ExecutionException, InterruptedException {
        Delivery delivery = new Delivery("Ev1", "sig1", "body");
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Seen> duplicate =
                    archive.transact(tx -> {
                        deliveries.note(tx, delivery);
                        Future<Seen> waiting = other.submit(() -> note(delivery));
                        awaitSomebodyWaitingForALock();
                        assertThat(waiting).isNotDone();
                        deliveries.concerns(tx, delivery, incident);
                        return waiting;
                    });

            assertThat(duplicate.get()).isEqualTo(new Seen.Again(Optional.of(incident)));
        }
    }

    @Test
    void a_duplicate_that_waited_in_vain_is_the_first_itself()
            throws ExecutionException, InterruptedException {
        Delivery delivery = new Delivery("Ev1", "sig1", "body");
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Seen> duplicate =
                    archive.transact(tx -> {
                        deliveries.note(tx, delivery);
                        Future<Seen> waiting = other.submit(() -> note(delivery));
                        awaitSomebodyWaitingForALock();
                        deliveries.forget(tx, delivery);
                        return waiting;
                    });

            assertThat(duplicate.get()).isEqualTo(new Seen.FirstTime());
        }
    }

    @Test
    void of_many_at_once_exactly_one_is_the_first() {
        AtomicInteger firsts = new AtomicInteger();
        Together.times(
                8,
                25,
                (thread, turn) -> {
                    Seen seen = note(new Delivery("Ev" + turn, "sig" + turn, "body"));
                    if (seen instanceof Seen.FirstTime) {
                        firsts.incrementAndGet();
                    }
                });

        assertThat(firsts).hasValue(25);
    }

    private Seen note(Delivery delivery) {
        return archive.transact(tx -> deliveries.note(tx, delivery));
    }

    private static Seen again() {
        return new Seen.Again(Optional.empty());
    }

    private static void awaitSomebodyWaitingForALock() {
        Eventually.isTrue(
                "somebody waits for a lock",
                () ->
                        DATABASE.count(
                                        "select count(*) from pg_stat_activity where datname = '"
                                                + DATABASE.name()
                                                + "' and wait_event_type = 'Lock'")
                                > 0);
    }
}
