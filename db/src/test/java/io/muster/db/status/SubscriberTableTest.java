package io.muster.db.status;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.muster.core.incident.IncidentId;
import io.muster.db.Archive;
import io.muster.db.Declared;
import io.muster.db.Postgres;
import io.muster.db.TestDatabase;
import io.muster.db.status.SubscriberTable.Count;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/** Who follows the page, for as long as they want to and not a moment longer. */
@Tag("F16")
class SubscriberTableTest {
    private static final TestDatabase DATABASE = Postgres.database();
    private static final int MANY = 1_000;

    private final Archive archive = DATABASE.archive();
    private final SubscriberTable table = new SubscriberTable();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void empty() {
        DATABASE.execute("truncate status_subscriber cascade");
    }

    @Test
    void somebody_counts_when_they_have_confirmed_and_not_before() {
        long id = ask("eve@x.example").orElseThrow();
        archive.run(tx -> table.letConfirm(tx, id, hash("one")));
        assertThat(count()).isEqualTo(new Count(0, 1));
        assertThat(confirm("another")).isFalse();
        assertThat(confirm("one")).isTrue();
        assertThat(confirm("one")).as("a second click does no harm").isTrue();
        assertThat(count()).isEqualTo(new Count(1, 0));
    }

    @Test
    void a_link_is_good_for_two_days_and_then_the_address_is_forgotten() {
        long id = ask("eve@x.example").orElseThrow();
        archive.run(tx -> table.letConfirm(tx, id, hash("one")));
        pass("47 hours");
        archive.run(table::tidy);
        assertThat(count()).isEqualTo(new Count(0, 1));
        pass("2 hours");
        assertThat(confirm("one")).isFalse();
        archive.run(table::tidy);
        assertThat(count()).isEqualTo(new Count(0, 0));
        assertThat(rows("status_token")).isZero();
    }

    @Test
    void one_address_gets_a_mail_in_a_quarter_of_an_hour_and_three_a_day() {
        assertThat(ask("eve@x.example")).isPresent();
        assertThat(ask("eve@x.example")).isEmpty();
        assertThat(ask("adam@x.example")).as("others are not kept from it").isPresent();
        pass("16 minutes");
        assertThat(ask("eve@x.example")).isPresent();
        pass("16 minutes");
        assertThat(ask("eve@x.example")).isPresent();
        pass("16 minutes");
        assertThat(ask("eve@x.example")).isEmpty();
        pass("24 hours");
        assertThat(ask("eve@x.example")).isPresent();
        pass("16 minutes");
        assertThat(ask("eve@x.example")).as("a new day").isPresent();
    }

    @Test
    void when_there_are_too_many_nobody_new_is_kept() {
        ask("eve@x.example");
        Optional<Long> late = archive.transact(tx -> table.ask(tx, "adam@x.example", 1));
        assertThat(late).isEmpty();
        assertThat(count()).isEqualTo(new Count(0, 1));
    }

    @Test
    void whoever_unsubscribes_leaves_nothing_behind() {
        IncidentId incident = Declared.with(archive).id();
        long eve = confirmed("eve@x.example");
        long adam = confirmed("adam@x.example");
        assertThat(next(incident, 1)).containsExactlyInAnyOrder(eve, adam);
        archive.run(tx -> table.letUnsubscribe(tx, eve, hash("bye eve")));
        archive.run(tx -> table.unsubscribe(tx, hash("eve@x.example")));
        assertThat(count()).as("a link to confirm does not unsubscribe").isEqualTo(new Count(2, 0));
        archive.run(tx -> table.unsubscribe(tx, hash("bye eve")));
        archive.run(tx -> table.unsubscribe(tx, hash("bye eve")));
        assertThat(count()).isEqualTo(new Count(1, 0));
        Optional<SubscriberTable.Subscriber> gone = archive.transact(tx -> table.find(tx, eve));
        assertThat(gone).isEmpty();
        assertThat(rows("status_mail")).isEqualTo(1);
        assertThat(rows("status_token where subscriber = " + eve)).isZero();
    }

    @Test
    void each_entry_is_written_about_once_to_each_who_confirmed() {
        IncidentId incident = Declared.with(archive).id();
        ask("waits@x.example");
        List<Long> all =
                List.of(
                        confirmed("a@x.example"),
                        confirmed("b@x.example"),
                        confirmed("c@x.example"));
        List<Long> first = archive.transact(tx -> table.next(tx, incident, 1, 2));
        List<Long> second = archive.transact(tx -> table.next(tx, incident, 1, 2));
        assertThat(first).hasSize(2);
        assertThat(second).hasSize(1);
        assertThat(first).doesNotContainAnyElementsOf(second);
        assertThat(next(incident, 1)).isEmpty();
        assertThat(next(incident, 2)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(next(Declared.with(archive).id(), 1)).containsExactlyInAnyOrderElementsOf(all);
    }

    private Optional<Long> ask(String address) {
        return archive.transact(tx -> table.ask(tx, address, MANY));
    }

    private long confirmed(String address) {
        long id = ask(address).orElseThrow();
        archive.run(tx -> table.letConfirm(tx, id, hash(address)));
        assertThat(confirm(address)).isTrue();
        return id;
    }

    private boolean confirm(String token) {
        boolean can = archive.transact(tx -> table.canConfirm(tx, hash(token)));
        boolean does = archive.transact(tx -> table.confirm(tx, hash(token)));
        assertThat(does).isEqualTo(can);
        return does;
    }

    private List<Long> next(IncidentId incident, int number) {
        return archive.transact(tx -> table.next(tx, incident, number, MANY));
    }

    private Count count() {
        return archive.transact(table::count);
    }

    /** Time passes: what stands in the tables was so much earlier. */
    private static void pass(String interval) {
        DATABASE.execute(
                "update status_subscriber set asked_at = asked_at - interval '" + interval + "'");
        DATABASE.execute(
                "update status_token set expires_at = expires_at - interval '" + interval + "'");
    }

    private long rows(String table) {
        return archive.transact(tx -> (Long) tx.dsl().fetchValue("select count(*) from " + table));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
