package io.muster.db.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.db.DatabaseAddress;
import io.muster.db.Eventually;
import io.muster.db.Postgres;
import io.muster.db.TestDatabase;
import io.muster.db.Wire;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

@Tag("M5")
class NodePresenceTest {
    @AutoClose private static final TestDatabase DATABASE = Postgres.database();

    private final AtomicInteger woken = new AtomicInteger();

    @Test
    void a_node_lives_as_long_as_its_session() {
        NodePresence node = new NodePresence(DATABASE.address(), woken::incrementAndGet);
        assertThat(lives(node)).isTrue();

        node.close();

        Eventually.isTrue("it is dead", () -> !lives(node));
    }

    @Test
    void nodes_do_not_share_a_number_and_do_not_live_in_each_others_databases() {
        try (NodePresence one = new NodePresence(DATABASE.address(), woken::incrementAndGet);
                NodePresence other = new NodePresence(DATABASE.address(), woken::incrementAndGet);
                TestDatabase elsewhere = Postgres.database()) {
            assertThat(one.node()).isNotEqualTo(other.node());
            assertThat(elsewhere.list("select node from living_node")).isEmpty();
        }
    }

    @Test
    void a_session_that_was_cut_is_opened_again_and_the_node_looks_what_it_missed() {
        try (NodePresence node = new NodePresence(DATABASE.address(), woken::incrementAndGet)) {
            String first = sessionOf(node);
            DATABASE.ask("select pg_terminate_backend(" + first + ")");

            Eventually.isTrue(
                    "it lives in another session",
                    () -> lives(node) && !sessions(node).contains(first));
            Eventually.isTrue("it was woken", () -> woken.get() > 0);
            int before = woken.get();
            DATABASE.execute("notify muster_outbox");
            Eventually.isTrue("it hears again", () -> woken.get() > before);
        }
    }

    /** TCP says nothing for hours; a node that believed it was heard would be given up unawares. */
    @Test
    void a_session_that_went_silent_is_found_out_and_replaced() {
        try (Wire wire = new Wire();
                NodePresence node =
                        new NodePresence(
                                wire.to(DATABASE), woken::incrementAndGet, Duration.ofSeconds(1))) {
            String first = sessionOf(node);
            wire.goSilent();
            Eventually.isTrue("it tries again", () -> wire.connections() > 1);
            assertThat(sessions(node))
                    .as("as long as the server holds the old session")
                    .contains(first);

            wire.dropSilentLines();

            Eventually.isTrue(
                    "it lives in another session",
                    () -> lives(node) && !sessions(node).contains(first));
        }
    }

    @Test
    void a_database_that_does_not_answer_yet_is_asked_again() {
        DatabaseAddress nowhere =
                DatabaseAddress.of("jdbc:postgresql://127.0.0.1:1/nothing?user=postgres");
        try (NodePresence node = new NodePresence(nowhere, woken::incrementAndGet)) {
            assertThat(lives(node)).isFalse();
        }
    }

    private static boolean lives(NodePresence node) {
        return DATABASE.list("select node from living_node")
                .contains(Integer.toString(node.node()));
    }

    private static String sessionOf(NodePresence node) {
        return sessions(node).getFirst();
    }

    private static List<String> sessions(NodePresence node) {
        return DATABASE.list(
                "select pid from pg_locks where locktype = 'advisory' and classid = 1297437524"
                        + " and objid::bigint = "
                        + node.node());
    }
}
