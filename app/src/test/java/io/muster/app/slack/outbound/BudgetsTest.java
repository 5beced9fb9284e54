package io.muster.app.slack.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class BudgetsTest {
    private static final Optional<String> NOWHERE = Optional.empty();
    private static final Optional<String> HERE = Optional.of("C1");
    private static final Optional<String> THERE = Optional.of("C2");
    private static final String POST = "chat.postMessage";

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final InstantSource clock = () -> now;
    private final Budgets budgets = new Budgets(clock, Pace.USUAL);

    @Test
    void one_message_a_second_in_a_channel_and_the_other_channel_does_not_wait() {
        assertThat(budgets.take(POST, HERE)).isZero();
        assertThat(budgets.take(POST, HERE)).isPositive();
        assertThat(budgets.take(POST, THERE)).isZero();
        pass(Duration.ofMillis(1_040));
        assertThat(budgets.take(POST, HERE)).isZero();
    }

    @Test
    void a_slow_post_puts_off_the_next_one_to_its_channel() {
        assertThat(budgets.take(POST, HERE)).isZero();
        pass(Duration.ofMillis(700));
        budgets.posted(POST, HERE);
        pass(Duration.ofMillis(400));
        assertThat(budgets.take(POST, HERE)).isPositive();
        pass(Duration.ofMillis(640));
        assertThat(budgets.take(POST, HERE)).isZero();
    }

    @Test
    void a_method_gets_the_calls_of_its_tier_in_any_minute() {
        for (int i = 0; i < 20; i++) {
            assertThat(budgets.take("conversations.create", NOWHERE)).as("call %s", i).isZero();
        }
        Duration wait = budgets.take("conversations.create", NOWHERE);
        assertThat(wait).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(62));
        assertThat(budgets.take("conversations.invite", NOWHERE)).isZero();
        pass(wait);
        assertThat(budgets.take("conversations.create", NOWHERE)).isZero();
    }

    @Test
    void a_wish_for_quiet_counts_for_its_method_or_its_channel_alone() {
        budgets.pause("chat.update", NOWHERE, now.plusSeconds(30));
        budgets.pause(POST, HERE, now.plusSeconds(10));
        assertThat(budgets.take("chat.update", NOWHERE)).isEqualTo(Duration.ofSeconds(30));
        assertThat(budgets.take(POST, HERE)).isEqualTo(Duration.ofSeconds(10));
        assertThat(budgets.take(POST, THERE)).isZero();
        pass(Duration.ofSeconds(30));
        assertThat(budgets.take("chat.update", NOWHERE)).isZero();
    }

    @Test
    void a_shorter_wish_does_not_cut_a_longer_one() {
        budgets.pause("pins.add", NOWHERE, now.plusSeconds(30));
        budgets.pause("pins.add", NOWHERE, now.plusSeconds(5));
        assertThat(budgets.take("pins.add", NOWHERE)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void what_slack_asked_for_before_a_restart_still_counts() {
        budgets.remember(Map.of(Budgets.scope(POST, HERE), now.plusSeconds(9)));
        assertThat(budgets.take(POST, HERE)).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void whatever_the_rush_no_minute_holds_more_than_its_tier() {
        Random random = new Random(11);
        java.util.List<Instant> taken = new java.util.ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            if (budgets.take("pins.add", NOWHERE).isZero()) {
                taken.add(now);
            }
            pass(Duration.ofMillis(random.nextInt(900)));
        }
        for (int i = 20; i < taken.size(); i++) {
            assertThat(Duration.between(taken.get(i - 20), taken.get(i)))
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        }
        assertThat(taken).hasSizeGreaterThan(100);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
