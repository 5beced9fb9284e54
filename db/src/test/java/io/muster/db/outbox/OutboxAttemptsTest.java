package io.muster.db.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.incident.IncidentId;
import io.muster.core.notice.MessageKey;
import io.muster.db.Declared;
import io.muster.db.Postgres;
import io.muster.db.TestDatabase;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Attempts, what is known of them, and how it all stands. */
@Tag("M5")
class OutboxAttemptsTest extends OutboxBench {
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
        isOpeningTheRoomOf(one);
        node.put(one, say("needs a channel"), tell("U1", "first"), tell("U1", "second"));
        node.settle(node.claimOne(), (tx, i) -> node.outbox.tryAgain(tx, i, LATER, "busy"));

        assertThat(nextAttempt().orElseThrow())
                .isBetween(Instant.now().plusSeconds(3_500), Instant.now().plusSeconds(3_700));

        hasRoom(one);
        hasCard(one);
        assertThat(nextAttempt().orElseThrow()).isBefore(Instant.now().plusSeconds(5));
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
        long answer = 6;
        node.put(one, call("U6", "after the answer"));
        List<OutboxItem> items = node.claim();
        items.stream().filter(i -> !words(i).equals("three")).forEach(node::sent);
        database.execute("update outbox set body = '{\"is\":\"Teleport\"}' where id = 2");

        List<SentMessage> found =
                node.archive.transact(
                        tx -> KeyedMessages.standing(tx, one, MessageKey.PAGES, answer));

        assertThat(found)
                .as("only what stands in Slack, was there to be answered, and can be read")
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
}
