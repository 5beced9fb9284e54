package io.muster.app.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.checkup.Finding;
import io.muster.app.policy.PolicyFiles;
import io.muster.app.policy.TeamFiles;
import io.muster.core.PersonId;
import io.muster.core.policy.Policy;
import io.muster.core.policy.RoleName;
import io.muster.core.roster.DutyOverride;
import io.muster.core.roster.Team;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

@Tag("F05")
class OnCallCheckupTest {
    /** A Monday. */
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private static final Policy POLICY =
            PolicyFiles.load("featuresignals").reading().ifSound().orElseThrow();

    @Test
    void whose_turn_it_is_and_that_no_hour_is_left_out() {
        assertThat(examine("", List.of(), true))
                .containsExactly(
                        Finding.ok(
                                "on call",
                                "rotation primary: Ana Ruiz until Mon 9 Mar 09:00 (UTC)"));
    }

    @Test
    void a_gap_within_seven_days_is_to_be_closed() {
        assertThat(examine("    only: mon-fri 00:00-24:00\n", List.of(), true))
                .anySatisfy(f -> {
                    assertThat(f.mark()).isEqualTo(Finding.Mark.DO);
                    assertThat(f.words())
                            .contains(
                                    "nobody is on call in",
                                    "the first from Sat 7 Mar 00:00 (UTC)",
                                    "`/incident oncall override`");
                });
    }

    @Test
    void a_gap_that_somebody_stands_in_for_is_none_and_a_later_one_has_time() {
        DutyOverride weekend =
                new DutyOverride(
                        1,
                        new RoleName("on-call"),
                        new PersonId("U0BEN00"),
                        Instant.parse("2026-03-07T00:00:00Z"),
                        Instant.parse("2026-03-09T00:00:00Z"));
        assertThat(examine("    only: mon-fri 00:00-24:00\n", List.of(weekend), true))
                .filteredOn(f -> f.words().contains("nobody is on call in"))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.mark()).isEqualTo(Finding.Mark.WARN);
                    assertThat(f.words()).contains("the first from Sat 14 Mar 00:00 (UTC)");
                });
    }

    @Test
    void a_calendar_whose_secret_is_not_set_has_no_address() {
        assertThat(examine("    feed-token-from: FEED\n", List.of(), false))
                .anyMatch(
                        f -> f.mark() == Finding.Mark.DO && f.words().contains("FEED is not set"));
        assertThat(examine("    feed-token-from: FEED\n", List.of(), true))
                .noneMatch(f -> f.mark() == Finding.Mark.DO);
    }

    private static List<Finding> examine(String more, List<DutyOverride> overrides, boolean isSet) {
        Team team =
                TeamFiles.read(
                                """
                                muster-team: 1
                                people:
                                  ana: {name: Ana Ruiz, slack: U0ANA00}
                                  ben: {name: Ben Okafor, slack: U0BEN00}
                                roles:
                                  on-call: {rotation: primary}
                                rotations:
                                  primary:
                                    zone: UTC
                                    people: [ana, ben]
                                    every: 1 week
                                    starts: 2026-03-02 09:00
                                """
                                        + more,
                                POLICY)
                        .ifSound()
                        .orElseThrow();
        return OnCallCheckup.examine(team, POLICY, NOW, overrides, name -> isSet);
    }
}
