package io.muster.app.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class EventBudgetTest {
    private final Instant noon = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void an_hour_takes_so_many_events_and_then_says_so_once_a_minute() {
        EventBudget budget = new EventBudget(2);

        assertThat(budget.spend(noon)).isEqualTo(EventBudget.Verdict.DELIVER);
        assertThat(budget.spend(noon)).isEqualTo(EventBudget.Verdict.DELIVER);
        assertThat(budget.spend(noon)).isEqualTo(EventBudget.Verdict.SAY_LIMITED);
        assertThat(budget.spend(noon)).isEqualTo(EventBudget.Verdict.DROP);
        assertThat(budget.spend(noon.plusSeconds(60))).isEqualTo(EventBudget.Verdict.SAY_LIMITED);
        assertThat(budget.spend(noon.plus(Duration.ofHours(1)).plusSeconds(1)))
                .isEqualTo(EventBudget.Verdict.DELIVER);
    }

    @Test
    void an_app_that_hears_almost_nothing_is_given_up_unless_it_is_small() {
        EventBudget budget = new EventBudget(30_000);
        for (int i = 0; i < 999; i++) {
            budget.outcome(false);
        }
        assertThat(budget.disabled()).isFalse();

        budget.outcome(false);
        assertThat(budget.disabled()).isTrue();
    }
}
