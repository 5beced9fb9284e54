package io.muster.db.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.Room;
import io.muster.core.notice.Effect;
import io.muster.core.notice.MessageKey;
import io.muster.core.notice.Notice;
import io.muster.core.obligation.ObligationId;
import io.muster.core.policy.ClockName;
import io.muster.db.Declared;
import io.muster.db.Eventually;
import io.muster.db.Postgres;
import io.muster.db.TestDatabase;
import io.muster.db.Together;
import io.muster.db.Tx;
import io.muster.db.Wire;
import io.muster.db.room.RoomTable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

@Tag("M5")
class OutboxTest {
    private static final TestDatabase DATABASE = Postgres.database();
    private static final Effect CARD = new Effect.Show(Effect.Surface.CARD);
    private static final Effect TOPIC = new Effect.Show(Effect.Surface.TOPIC);
    private static final Effect ANNOUNCEMENT = new Effect.Show(Effect.Surface.ANNOUNCEMENT);
    private static final Duration SOON = Duration.ZERO;
    private static final Duration LATER = Duration.ofHours(1);

    private static IncidentId one = new IncidentId(1);
    private static IncidentId two = new IncidentId(2);

    @AutoClose private final Node node = new Node(DATABASE);

    @BeforeAll
    static void declare() {
        one = Declared.with(DATABASE.archive()).id();
        two = Declared.with(DATABASE.archive()).id();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void empty() {
        DATABASE.execute("truncate outbox, room, surface restart identity");
    }

    // --- order -------------------------------------------------------------------------------

    @Test
    void within_a_lane_one_follows_the_other() {
        node.put(one, tell("U1", "first"), tell("U1", "second"));
        node.put(two, tell("U1", "third"));

        for (String words : List.of("first", "second", "third")) {
            OutboxItem item = node.claimOne();
            assertThat(item.effect()).isEqualTo(tell("U1", words));
            assertThat(node.claim()).as("while %s is on its way", words).isEmpty();
            node.sent(item);
        }
        assertThat(node.claim()).isEmpty();
    }

    @Test
    void what_is_tried_again_or_in_doubt_keeps_its_place() {
        node.put(one, tell("U1", "first"), tell("U1", "second"));

        node.settle(node.claimOne(), (tx, i) -> node.outbox.tryAgain(tx, i, SOON, "busy"));
        assertThat(words(node.claimOne())).isEqualTo("first");
    }

    @Test
    void what_waits_for_its_time_holds_up_its_lane_and_no_other() {
        node.put(one, tell("U1", "first"), tell("U1", "second"), tell("U2", "other"));
        for (OutboxItem item : node.claim()) {
            node.settle(item, (tx, i) -> node.outbox.unknown(tx, i, LATER, "lost", true));
        }

        assertThat(node.claim()).isEmpty();
        node.put(one, tell("U3", "third"));
        assertThat(words(node.claimOne())).isEqualTo("third");
    }

    @Test
    void lanes_go_side_by_side() {
        node.put(one, tell("U1", "a"), tell("U2", "b"), new Effect.OpenRoom(), ANNOUNCEMENT);
        node.put(two, new Effect.OpenRoom());

        assertThat(node.claim()).hasSize(5);
    }

    @Test
    void the_gravest_incident_goes_first_and_its_people_before_its_decoration() {
        hasRoom(one);
        hasRoom(two);
        node.put(one, 3, tell("U1", "minor"), ANNOUNCEMENT);
        node.put(two, 0, TOPIC, CARD, tell("U2", "grave"));

        assertThat(node.claim())
                .extracting(OutboxItem::effect)
                .containsExactly(
                        tell("U2", "grave"), CARD, TOPIC, tell("U1", "minor"), ANNOUNCEMENT);
    }

    @Test
    void a_claim_takes_the_most_urgent_and_no_more_than_was_asked_for() {
        for (int rank = 9; rank >= 0; rank--) {
            node.put(one, rank, tell("U" + rank, "rank " + rank));
        }

        assertThat(node.claim(3))
                .extracting(OutboxTest::words)
                .containsExactly("rank 0", "rank 1", "rank 2");
        assertThat(node.claim(3))
                .extracting(OutboxTest::words)
                .containsExactly("rank 3", "rank 4", "rank 5");
    }

    @Test
    void a_parked_row_does_not_hold_up_its_lane() {
        node.put(one, tell("U1", "poison"), tell("U1", "next"));

        node.settle(node.claimOne(), (tx, i) -> node.outbox.park(tx, i, "user_not_found"));

        assertThat(words(node.claimOne())).isEqualTo("next");
        assertThat(state(1)).isEqualTo("parked: user_not_found");
    }

    @Test
    void what_nobody_needs_any_more_is_skipped() {
        node.put(one, tell("U1", "stale"), tell("U1", "next"));

        node.settle(node.claimOne(), (tx, i) -> node.outbox.skip(tx, i, "there is no channel"));

        assertThat(words(node.claimOne())).isEqualTo("next");
        assertThat(state(1)).isEqualTo("skipped: there is no channel");
    }

    // --- saying it once ----------------------------------------------------------------------

    @Test
    void what_waits_and_would_say_the_same_is_put_once() {
        hasRoom(one);
        node.put(one, CARD, CARD, TOPIC);
        node.put(one, CARD, TOPIC, ANNOUNCEMENT);
        node.put(two, ANNOUNCEMENT);

        assertThat(node.claim())
                .extracting(OutboxItem::effect)
                .containsExactlyInAnyOrder(CARD, TOPIC, ANNOUNCEMENT, ANNOUNCEMENT);
    }

    @Test
    void what_is_on_its_way_may_show_the_old_state_so_the_next_is_put() {
        node.put(one, ANNOUNCEMENT);
        OutboxItem old = node.claimOne();
        node.put(one, ANNOUNCEMENT);
        node.put(one, ANNOUNCEMENT);

        assertThat(node.claim()).isEmpty();
        node.sent(old);
        assertThat(node.claimOne().effect()).isEqualTo(ANNOUNCEMENT);
        assertThat(node.claim()).isEmpty();
    }

    @Test
    void what_must_be_tried_again_gives_way_to_a_newer_one_that_waits() {
        node.put(one, ANNOUNCEMENT, new Effect.OpenRoom());
        List<OutboxItem> old = node.claim();
        node.put(one, ANNOUNCEMENT, new Effect.OpenRoom());
        for (OutboxItem item : old) {
            node.settle(item, (tx, i) -> node.outbox.tryAgain(tx, i, SOON, "busy"));
        }

        assertThat(state(1)).isEqualTo("skipped: a newer one says it");
        assertThat(state(2)).isEqualTo("skipped: a newer one says it");
        assertThat(node.claim()).hasSize(2);
    }

    /** The newer one is not committed yet, so nobody can see it: the index makes the older wait. */
    @Test
    void that_holds_too_when_the_newer_one_is_put_at_the_same_moment() {
        node.put(one, ANNOUNCEMENT);
        OutboxItem old = node.claimOne();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> retry =
                    node.archive.transact(tx -> {
                        node.outbox.put(tx, one, List.of(ANNOUNCEMENT), 0);
                        Future<?> trying =
                                other.submit(() ->
                                        node.settle(
                                                old,
                                                (tx2, i) -> node.outbox.tooSoon(tx2, i, SOON)));
                        awaitSomebodyWaitingForALock();
                        return trying;
                    });
            Together.join(retry);
        }

        assertThat(state(1)).isEqualTo("skipped: a newer one says it");
        assertThat(node.claimOne().id()).isNotEqualTo(old.id());
    }

    @Test
    void a_newer_reminder_overtakes_one_that_has_not_left() {
        hasRoom(one);
        hasCard(one);
        node.put(one, reminder("update/1", "14:30"), reminder("update/2", "other"));
        node.put(two, reminder("update/1", "another incident"));
        node.put(one, reminder("update/1", "15:30"));

        assertThat(state(1)).isEqualTo("skipped: a newer reminder says it");
        OutboxItem leaving = node.claimOne();
        assertThat(leaving.effect()).isEqualTo(reminder("update/2", "other"));
        node.put(one, reminder("update/2", "newest"));
        assertThat(state(leaving.id())).startsWith("sending");
    }

    @Test
    void what_was_answered_before_it_was_sent_is_not_said() {
        MessageKey pages = MessageKey.PAGES;
        node.put(one, call("U1", "one"), call("U2", "two"), tell("U3", "other"));
        OutboxItem leaving = node.claim(1).getFirst();
        node.put(one, new Effect.Settle(pages, Phrase.of("taken")), call("U4", "later"));
        long settle = 4;

        int skipped =
                node.archive.transact(tx -> KeyedMessages.skipWaiting(tx, one, pages, settle));

        assertThat(skipped).isEqualTo(1);
        assertThat(state(leaving.id())).startsWith("sending");
        assertThat(state(2)).isEqualTo("skipped: answered before it was sent");
        assertThat(state(3)).startsWith("pending");
        assertThat(state(5)).as("a call that came after the answer").startsWith("pending");
    }

    @Test
    void an_answer_waits_for_the_message_that_is_on_its_way() {
        node.put(one, call("U1", "one"));
        OutboxItem leaving = node.claim(1).getFirst();
        node.put(one, new Effect.Settle(MessageKey.PAGES, Phrase.of("taken")));
        assertThat(onTheirWay(2)).as("it is being sent").isTrue();
        node.archive.run(
                tx -> node.outbox.unknown(tx, leaving, Duration.ZERO, "nobody answered", true));
        assertThat(onTheirWay(2)).as("nobody knows whether it came through").isTrue();
    }

    private boolean onTheirWay(long settle) {
        return node.archive.transact(
                tx -> KeyedMessages.areOnTheirWay(tx, one, MessageKey.PAGES, settle));
    }

    // --- what must be there first ------------------------------------------------------------

    @Test
    void what_needs_the_channel_waits_for_it_and_what_needs_the_card_waits_for_both() {
        node.put(one, bring("U1"), CARD, say("hello"), tell("U1", "a call"));
        assertThat(node.claim()).extracting(OutboxTest::words).containsExactly("a call");

        hasRoom(one);
        List<OutboxItem> inTheRoom = node.claim();
        assertThat(inTheRoom)
                .extracting(OutboxItem::effect)
                .containsExactlyInAnyOrder(bring("U1"), CARD);

        node.sent(inTheRoom);
        assertThat(node.claim()).as("until the card is known to stand").isEmpty();
        hasCard(one);
        assertThat(words(node.claimOne())).isEqualTo("hello");
    }

    @Test
    void the_channel_of_one_incident_is_not_that_of_another() {
        hasRoom(one);
        hasCard(one);
        node.put(two, bring("U1"), say("hello"));

        assertThat(node.claim()).isEmpty();
    }

    @Test
    void a_card_that_was_set_aside_does_not_silence_the_channel() {
        hasRoom(one);
        node.put(one, CARD, say("hello"));
        node.settle(node.claimOne(), (tx, i) -> node.outbox.park(tx, i, "invalid_blocks"));

        assertThat(words(node.claimOne())).isEqualTo("hello");
    }

    @Test
    void the_card_of_another_incident_that_was_set_aside_changes_nothing() {
        hasRoom(one);
        hasRoom(two);
        node.put(two, CARD);
        node.settle(node.claimOne(), (tx, i) -> node.outbox.park(tx, i, "invalid_blocks"));
        node.put(one, say("hello"));

        assertThat(node.claim()).isEmpty();
    }

    // --- attempts ----------------------------------------------------------------------------

    @Test
    void each_claim_is_an_attempt_but_one_that_was_too_soon() {
        node.put(one, tell("U1", "x"));
        OutboxItem first = node.claimOne();
        assertThat(first.attempts()).isEqualTo(1);
        assertThat(first.doubtful()).isFalse();
        assertThat(first.lostAt()).isEmpty();

        node.settle(first, (tx, i) -> node.outbox.tooSoon(tx, i, SOON));
        OutboxItem again = node.claimOne();
        assertThat(again.attempts()).isEqualTo(1);

        node.settle(again, (tx, i) -> node.outbox.tryAgain(tx, i, SOON, "busy"));
        OutboxItem second = node.claimOne();
        assertThat(second.attempts()).isEqualTo(2);
        assertThat(second.firstAttempt()).isEqualTo(first.firstAttempt());

        node.settle(second, (tx, i) -> node.outbox.unknown(tx, i, SOON, "lost", true));
        OutboxItem doubtful = node.claimOne();
        assertThat(doubtful.attempts()).isEqualTo(3);
        assertThat(doubtful.doubtful()).isTrue();

        node.settle(doubtful, (tx, i) -> node.outbox.tooSoon(tx, i, SOON));
        OutboxItem stillDoubtful = node.claimOne();
        assertThat(stillDoubtful.attempts()).isEqualTo(3);
        assertThat(stillDoubtful.doubtful()).isTrue();
        assertThat(stillDoubtful.lostAt()).isEqualTo(doubtful.lostAt());
    }

    @Test
    void doubt_is_counted_from_the_attempt_that_it_is_about() {
        node.put(one, tell("U1", "x"));
        node.settle(node.claimOne(), (tx, i) -> node.outbox.unknown(tx, i, SOON, "lost", true));
        OutboxItem looking = node.claimOne();

        node.settle(looking, (tx, i) -> node.outbox.unknown(tx, i, SOON, "looking", false));
        OutboxItem lookingAgain = node.claimOne();
        assertThat(lookingAgain.lostAt()).isEqualTo(looking.lostAt());

        node.settle(lookingAgain, (tx, i) -> node.outbox.unknown(tx, i, SOON, "lost", true));
        assertThat(node.claimOne().lostAt().orElseThrow()).isAfter(looking.lostAt().orElseThrow());
    }

    @Test
    void what_waits_for_its_time_is_told_and_what_waits_for_something_else_is_not() {
        assertThat(nextAttempt()).isEmpty();
        node.put(one, say("needs a channel"), tell("U1", "first"), tell("U1", "second"));
        node.settle(node.claimOne(), (tx, i) -> node.outbox.tryAgain(tx, i, LATER, "busy"));

        assertThat(nextAttempt().orElseThrow())
                .isBetween(Instant.now().plusSeconds(3_500), Instant.now().plusSeconds(3_700));

        hasRoom(one);
        hasCard(one);
        assertThat(nextAttempt().orElseThrow()).isBefore(Instant.now().plusSeconds(5));
    }

    // --- several nodes -----------------------------------------------------------------------

    @Test
    void two_nodes_claim_apart_each_row_once_and_each_lane_in_its_order() {
        int rows = 500;
        for (int i = 0; i < rows; i++) {
            node.put(i % 2 == 0 ? one : two, i % 4, tell("U" + i % 40, Integer.toString(i)));
        }
        Map<String, List<Integer>> heard = new ConcurrentHashMap<>();
        try (Node other = new Node(DATABASE)) {
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
                        DATABASE.count(
                                "select count(*) from outbox where attempts <> 1 or state <> 'sent'"))
                .isZero();
    }

    @Test
    void what_a_node_was_sending_when_it_ended_is_in_doubt_at_once() {
        Node dying = new Node(DATABASE);
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
                Node cut = new Node(DATABASE, wire.to(DATABASE))) {
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
        try (Node cut = new Node(DATABASE)) {
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
        NodePresence presence = new NodePresence(DATABASE.address(), () -> {});
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
        try (Node slow = new Node(DATABASE)) {
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
        try (Node slow = new Node(DATABASE)) {
            node.put(one, tell("U1", "x"));
            OutboxItem stale = slow.claimForNoTime().getFirst();
            OutboxItem ours = node.claimOne();
            for (BiConsumer<Tx, OutboxItem> way : ways) {
                String before = DATABASE.ask("select outbox::text from outbox");
                slow.settle(stale, way);
                assertThat(DATABASE.ask("select outbox::text from outbox")).isEqualTo(before);
            }
            node.sent(ours);
            assertThat(state(1)).startsWith("sent");
        }
    }

    @Test
    void what_a_newer_muster_put_is_left_for_it_and_blocks_nothing_else() {
        node.put(one, tell("U1", "of a newer version"), tell("U2", "known"));
        DATABASE.execute("update outbox set body = '{\"is\":\"Teleport\"}' where id = 1");

        assertThat(words(node.claimOne())).isEqualTo("known");
        assertThat(state(1)).isEqualTo("pending: this version of Muster does not know what to do");
        assertThat(DATABASE.count("select attempts from outbox where id = 1")).isZero();
    }

    // --- who is told -------------------------------------------------------------------------

    @Test
    void whoever_puts_something_is_woken_after_the_commit_and_so_is_every_other_node() {
        try (Node other = new Node(DATABASE)) {
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

    @Test
    void messages_are_found_again_by_their_key() {
        node.put(
                one,
                call("U1", "one"),
                call("U2", "two"),
                call("U3", "three"),
                tell("U4", "other"));
        node.put(two, call("U5", "another incident"));
        List<OutboxItem> items = node.claim();
        items.stream().filter(i -> !words(i).equals("three")).forEach(node::sent);
        DATABASE.execute("update outbox set body = '{\"is\":\"Teleport\"}' where id = 2");

        List<SentMessage> found =
                node.archive.transact(tx -> KeyedMessages.standing(tx, one, MessageKey.PAGES));

        assertThat(found)
                .as("only what stands in Slack, and what this version can read")
                .containsExactly(new SentMessage(1, call("U1", "one"), "C1", "ts1"));
    }

    @Test
    void its_health_is_what_waits_what_was_set_aside_and_for_how_long() {
        assertThat(health()).isEqualTo(new OutboxHealth(0, 0, 0, Optional.empty()));
        node.put(one, tell("U1", "a"), tell("U2", "b"), tell("U3", "c"), tell("U4", "d"));
        List<OutboxItem> items = node.claim();
        node.sent(items.get(0));
        node.settle(items.get(1), (tx, i) -> node.outbox.park(tx, i, "no"));
        node.settle(items.get(2), (tx, i) -> node.outbox.unknown(tx, i, LATER, "lost", true));

        OutboxHealth health = health();

        assertThat(health.waiting()).isEqualTo(2);
        assertThat(health.parked()).isEqualTo(1);
        assertThat(health.unknown()).isEqualTo(1);
        assertThat(health.oldest().orElseThrow()).isBeforeOrEqualTo(Instant.now());
    }

    /** Slack knows nothing of trials: a pause of a second is a second. */
    @Test
    void its_time_is_real_though_a_trial_is_pushed_a_year_ahead() {
        try (TestDatabase trial = Postgres.database()) {
            trial.execute(
                    "insert into install (clock, ahead_ms) values ('adjustable', 31536000000)");
            IncidentId incident = Declared.with(trial.archive()).id();
            try (Node there = new Node(trial)) {
                there.put(incident, tell("U1", "x"));
                OutboxItem item = there.claimOne();
                assertThat(item.firstAttempt()).isBefore(Instant.now().plusSeconds(60));
                there.settle(item, (tx, i) -> there.outbox.tryAgain(tx, i, LATER, "busy"));
                assertThat(there.claim()).isEmpty();
            }
        }
    }

    // --- helpers -----------------------------------------------------------------------------

    private static Effect tell(String person, String words) {
        return new Effect.Tell(
                MessageKey.NONE,
                new PersonId(person),
                new Notice.Line(Notice.Tone.PLAIN, Phrase.of(words)));
    }

    private static Effect call(String person, String words) {
        return new Effect.Tell(
                MessageKey.PAGES,
                new PersonId(person),
                new Notice.Call("on call", Phrase.of(words)));
    }

    private static Effect say(String words) {
        return new Effect.Say(
                MessageKey.NONE, new Notice.Line(Notice.Tone.PLAIN, Phrase.of(words)));
    }

    private static Effect bring(String person) {
        return new Effect.Bring(List.of(new PersonId(person)));
    }

    private static Effect reminder(String obligation, String words) {
        int slash = obligation.indexOf('/');
        ObligationId id =
                new ObligationId(
                        new ClockName(obligation.substring(0, slash)),
                        Integer.parseInt(obligation.substring(slash + 1)));
        return new Effect.Say(
                MessageKey.of(id),
                new Notice.Reminder(
                        id,
                        "Update",
                        Instant.parse("2026-11-21T14:30:00Z"),
                        false,
                        false,
                        Phrase.of(words),
                        true));
    }

    private static String words(OutboxItem item) {
        Notice notice =
                switch (item.effect()) {
                    case Effect.Tell tell -> tell.notice();
                    case Effect.Say say -> say.notice();
                    default -> throw new AssertionError("nothing is said by " + item);
                };
        Phrase phrase =
                switch (notice) {
                    case Notice.Line line -> line.phrase();
                    case Notice.Call call -> call.why();
                    default -> throw new AssertionError(notice);
                };
        return phrase.plain(PersonId::value);
    }

    private void hasRoom(IncidentId incident) {
        node.archive.run(tx ->
                new RoomTable().put(tx, incident, new Room("C" + incident, "inc-" + incident)));
    }

    private void hasCard(IncidentId incident) {
        node.archive.run(tx ->
                new SurfaceTable()
                        .put(
                                tx,
                                incident,
                                Effect.Surface.CARD,
                                new SurfaceTable.Standing("C1", "1.1", "")));
    }

    private static String state(long row) {
        return DATABASE.ask(
                "select state || ': ' || coalesce(reason, '') from outbox where id = " + row);
    }

    private static long waiting() {
        return DATABASE.count(
                "select count(*) from outbox where state in ('pending', 'sending', 'unknown')");
    }

    private Optional<Instant> nextAttempt() {
        return node.archive.transact(node.outbox::nextAttempt);
    }

    private OutboxHealth health() {
        return node.archive.transact(node.outbox::health);
    }

    /** The first thing that this node can claim, as soon as there is one. */
    private static OutboxItem soon(Node node) {
        List<OutboxItem> found = new ArrayList<>();
        Eventually.isTrue(
                "there is something to claim",
                () -> {
                    found.addAll(node.claim(1));
                    return !found.isEmpty();
                });
        return found.getFirst();
    }

    private static void cut(Node node) {
        DATABASE.ask(
                "select count(pg_terminate_backend(pid)) from pg_locks where locktype = 'advisory'"
                        + " and classid = 1297437524 and objid::bigint = "
                        + node.presence.node());
    }

    private static void awaitDead(int presence) {
        Eventually.isTrue(
                "the node is dead",
                () ->
                        DATABASE.ask("select node from living_node where node = " + presence)
                                .equals("null"));
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
