package io.muster.db.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.Phrase;
import io.muster.core.notice.Effect;
import io.muster.core.notice.MessageKey;
import io.muster.db.Together;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Nothing is said twice, and nothing that is no longer true. */
@Tag("M5")
class OutboxOnceTest extends OutboxBench {
    @Test
    void what_nobody_needs_any_more_is_skipped() {
        node.put(one, tell("U1", "stale"), tell("U1", "next"));

        node.settle(node.claimOne(), (tx, i) -> node.outbox.skip(tx, i, "there is no channel"));

        assertThat(words(node.claimOne())).isEqualTo("next");
        assertThat(state(1)).isEqualTo("skipped: there is no channel");
    }

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
        isOpeningTheRoomOf(two);
        node.put(one, reminder("update/1", "14:30"), reminder("update/2", "other"));
        node.put(two, reminder("update/1", "another incident"));
        node.put(one, reminder("update/1", "15:30"));

        assertThat(state(2)).isEqualTo("skipped: a newer reminder says it");
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

        assertThat(skipWaiting(settle)).isEqualTo(1);
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

    @Test
    void an_answer_waits_too_for_a_message_that_is_given_back_while_it_looks() {
        node.put(one, call("U1", "one"));
        OutboxItem leaving = node.claim(1).getFirst();
        node.put(one, new Effect.Settle(MessageKey.PAGES, Phrase.of("taken")));
        assertThat(skipWaiting(2)).as("it is being sent").isZero();
        node.archive.run(tx -> node.outbox.tooSoon(tx, leaving, Duration.ZERO));
        assertThat(onTheirWay(2)).as("it would be sent after its answer").isTrue();
        assertThat(skipWaiting(2)).as("at the next look").isEqualTo(1);
        assertThat(onTheirWay(2)).isFalse();
    }

    private int skipWaiting(long settle) {
        return node.archive.transact(
                tx -> KeyedMessages.skipWaiting(tx, one, MessageKey.PAGES, settle));
    }

    private boolean onTheirWay(long settle) {
        return node.archive.transact(
                tx -> KeyedMessages.areOnTheirWay(tx, one, MessageKey.PAGES, settle));
    }
}
