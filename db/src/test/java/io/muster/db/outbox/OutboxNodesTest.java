package io.muster.db.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.notice.Effect;
import io.muster.db.Eventually;
import io.muster.db.Together;
import io.muster.db.Tx;
import io.muster.db.Wire;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Several nodes take from one outbox, and some of them end. */
@Tag("M5")
class OutboxNodesTest extends OutboxBench {
    @Test
    void two_nodes_claim_apart_each_row_once_and_each_lane_in_its_order() {
        int rows = 500;
        for (int i = 0; i < rows; i++) {
            node.put(i % 2 == 0 ? one : two, i % 4, tell("U" + i % 40, Integer.toString(i)));
        }
        Map<String, List<Integer>> heard = new ConcurrentHashMap<>();
        try (Node other = new Node(database)) {
            Together.times(
                    8,
                    1,
                    (thread, turn) -> {
                        Node mine = thread % 2 == 0 ? node : other;
                        while (waiting() > 0) {
                            for (OutboxItem item : mine.claim(7)) {
                                Effect.Tell tell = (Effect.Tell) item.effect();
                                heard.computeIfAbsent(
                                                tell.person().value(),
                                                p ->
                                                        Collections.synchronizedList(
                                                                new ArrayList<>()))
                                        .add(Integer.parseInt(words(item)));
                                mine.sent(item);
                            }
                        }
                    });
        }

        assertThat(heard.values().stream().mapToInt(List::size).sum()).isEqualTo(rows);
        assertThat(heard).hasSize(40);
        assertThat(heard.values())
                .allSatisfy(lane -> assertThat(lane).isSorted().doesNotHaveDuplicates());
        assertThat(
                        database.count(
                                "select count(*) from outbox where attempts <> 1 or state <> 'sent'"))
                .isZero();
    }

    @Test
    void what_a_node_was_sending_when_it_ended_is_in_doubt_at_once() {
        Node dying = new Node(database);
        dying.put(one, tell("U1", "x"));
        OutboxItem lost = dying.claimOne();
        assertThat(node.claim()).isEmpty();
        Instant before = Instant.now().minusMillis(1);

        dying.close();

        OutboxItem found = soon(node);
        assertThat(found.id()).isEqualTo(lost.id());
        assertThat(found.doubtful()).isTrue();
        assertThat(found.attempts()).isEqualTo(2);
        assertThat(found.firstAttempt()).isEqualTo(lost.firstAttempt());
        assertThat(found.lostAt().orElseThrow()).isAfter(before);
    }

    @Test
    void a_node_whose_session_was_cut_is_taken_for_dead_and_its_late_answer_is_not_written() {
        try (Wire wire = new Wire();
                Node cut = new Node(database, wire.to(database))) {
            cut.put(one, tell("U1", "x"));
            OutboxItem held = cut.claimOne();
            wire.refuseMore();
            cut(cut);

            OutboxItem found = soon(node);
            assertThat(found.id()).isEqualTo(held.id());
            assertThat(found.doubtful()).isTrue();
            cut.settle(held, (tx, i) -> cut.outbox.park(tx, i, "by a node that was given up"));
            assertThat(state(held.id())).startsWith("sending");
        }
    }

    @Test
    void a_node_that_shows_itself_again_before_anybody_looked_keeps_what_it_holds() {
        try (Node cut = new Node(database)) {
            cut.put(one, tell("U1", "x"));
            OutboxItem held = cut.claimOne();
            int before = cut.woken.get();
            cut(cut);
            Eventually.isTrue("it is back", () -> cut.woken.get() > before);

            assertThat(node.claim()).isEmpty();
            cut.sent(held);
            assertThat(state(held.id())).startsWith("sent");
        }
    }

    /** The node itself knows better than its session whether it lives. */
    @Test
    void a_node_never_takes_itself_for_dead() {
        NodePresence presence = new NodePresence(database.address(), () -> {});
        Outbox outbox = new Outbox(presence.node(), () -> {});
        node.put(one, tell("U1", "x"));
        node.archive.run(tx -> assertThat(outbox.claim(tx, 9, LATER)).hasSize(1));
        presence.close();
        awaitDead(presence.node());

        node.put(one, tell("U2", "y"));
        node.archive.run(tx -> assertThat(outbox.claim(tx, 9, LATER)).isEmpty());

        assertThat(state(1)).startsWith("sending");
        assertThat(state(2))
                .as("and claims nothing that others would take from it")
                .startsWith("pending");
        assertThat(node.claim()).hasSize(2);
    }

    @Test
    void a_lease_that_ran_out_leaves_the_row_in_doubt_even_if_its_node_lives() {
        try (Node slow = new Node(database)) {
            slow.put(one, tell("U1", "x"));
            OutboxItem overdue = slow.claimForNoTime().getFirst();

            OutboxItem found = node.claimOne();

            assertThat(found.id()).isEqualTo(overdue.id());
            assertThat(found.doubtful()).isTrue();
            assertThat(found.lostAt()).isPresent();
        }
    }

    @Test
    void under_a_stale_lease_nothing_is_written() {
        List<BiConsumer<Tx, OutboxItem>> ways =
                List.of(
                        (tx, i) -> node.outbox.sent(tx, i, Optional.of("C9"), Optional.of("9")),
                        (tx, i) -> node.outbox.tryAgain(tx, i, LATER, "stale"),
                        (tx, i) -> node.outbox.unknown(tx, i, LATER, "stale", true),
                        (tx, i) -> node.outbox.unknown(tx, i, LATER, "stale", false),
                        (tx, i) -> node.outbox.tooSoon(tx, i, LATER),
                        (tx, i) -> node.outbox.park(tx, i, "stale"),
                        (tx, i) -> node.outbox.skip(tx, i, "stale"));
        try (Node slow = new Node(database)) {
            node.put(one, tell("U1", "x"));
            OutboxItem stale = slow.claimForNoTime().getFirst();
            OutboxItem ours = node.claimOne();
            for (BiConsumer<Tx, OutboxItem> way : ways) {
                String before = database.ask("select outbox::text from outbox");
                slow.settle(stale, way);
                assertThat(database.ask("select outbox::text from outbox")).isEqualTo(before);
            }
            node.sent(ours);
            assertThat(state(1)).startsWith("sent");
        }
    }

    @Test
    void what_a_newer_muster_put_is_left_for_it_and_blocks_nothing_else() {
        node.put(one, tell("U1", "of a newer version"), tell("U2", "known"));
        database.execute("update outbox set body = '{\"is\":\"Teleport\"}' where id = 1");

        assertThat(words(node.claimOne())).isEqualTo("known");
        assertThat(state(1)).isEqualTo("pending: this version of Muster does not know what to do");
        assertThat(database.count("select attempts from outbox where id = 1")).isZero();
    }

    @Test
    void whoever_puts_something_is_woken_after_the_commit_and_so_is_every_other_node() {
        try (Node other = new Node(database)) {
            node.archive.run(tx -> {
                node.outbox.put(tx, one, List.of(tell("U1", "x")), 0);
                assertThat(node.woken).hasValue(0);
            });
            assertThat(node.woken).hasPositiveValue();
            Eventually.isTrue("the other is woken", () -> other.woken.get() > 0);
        }
    }

    @Test
    void what_is_rolled_back_was_never_put_and_wakes_nobody() {
        try {
            node.archive.run(tx -> {
                node.outbox.put(tx, one, List.of(tell("U1", "x")), 0);
                throw new IllegalStateException("no");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("no");
        }

        assertThat(node.woken).hasValue(0);
        assertThat(waiting()).isZero();
    }
}
