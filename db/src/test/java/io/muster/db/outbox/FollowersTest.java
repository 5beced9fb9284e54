package io.muster.db.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.notice.Effect;
import io.muster.core.notice.Effect.ToFollowers;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** Those who follow the status page hear after those who respond. */
@Tag("F16")
class FollowersTest extends OutboxBench {
    @Test
    void whoever_responds_goes_before_two_thousand_who_follow_the_status_page() {
        List<Effect> letters =
                LongStream.rangeClosed(1, 2_000)
                        .mapToObj(n -> new ToFollowers.StatusLetter(n, 1, "hash"))
                        .map(Effect.class::cast)
                        .toList();
        put(letters);
        node.archive.run(tx -> Followers.ask(tx, node.outbox, 7));
        node.put(two, 3, new Effect.Mail(1));
        assertThat(node.claim(2))
                .extracting(OutboxItem::effect)
                .containsExactly(new Effect.Mail(1), new ToFollowers.StatusLetter(1, 1, "hash"));
        int underWay = node.archive.transact(Followers::underWay);
        assertThat(underWay).isEqualTo(2_000);
        Instant begin = Instant.now();
        node.put(two, 0, tell("U1", "page"));
        assertThat(words(node.claim(1).getFirst())).isEqualTo("page");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void a_webhook_of_the_status_page_is_called_once_about_each_entry() {
        Effect whole = new ToFollowers.StatusCall("world", 1, "hash", 0);
        Effect part = new ToFollowers.StatusCall("world", 1, "hash", 1);
        put(List.of(whole, part));
        put(List.of(whole, part));
        OutboxItem first = node.claimOne();
        assertThat(first.effect()).isEqualTo(whole);
        node.sent(first);
        put(List.of(whole, part));
        OutboxItem second = node.claimOne();
        assertThat(second.effect()).isEqualTo(part);
        node.sent(second);
        assertThat(node.claim()).isEmpty();
    }

    private void put(List<Effect> effects) {
        node.archive.run(tx -> Followers.put(tx, node.outbox, one, effects));
    }
}
