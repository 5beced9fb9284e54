package io.muster.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.calendar.CalendarName;
import io.muster.core.calendar.Span;
import io.muster.core.written.Problem;
import io.muster.core.written.Reading;
import io.muster.core.written.Written;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class PolicyReaderTest {
    private static final SeverityName HIGH = new SeverityName("high");
    private static final SeverityName LOW = new SeverityName("low");

    private final Policy small = SmallPolicy.read(SmallPolicy.TEXT).ifSound().orElseThrow();

    static Stream<BrokenPolicies.Broken> broken() {
        return BrokenPolicies.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void everything_wrong_is_said_at_once_with_its_line_and_its_remedy(
            BrokenPolicies.Broken broken) {
        Reading<Policy> reading = SmallPolicy.read(broken.text());

        assertThat(BrokenPolicies.said(broken.text(), reading.problems()))
                .containsExactlyElementsOf(broken.problems());
        boolean onlyWarnings = reading.problems().stream().allMatch(Problem::warning);
        assertThat(reading.ifSound().isPresent()).isEqualTo(onlyWarnings);
    }

    @Test
    void the_table_of_broken_policies_is_long() {
        assertThat(BrokenPolicies.all().count()).isGreaterThanOrEqualTo(80);
        assertThat(BrokenPolicies.all()).noneMatch(broken -> broken.problems().isEmpty());
    }

    @Test
    void a_good_policy_has_no_problems() {
        assertThat(SmallPolicy.read(SmallPolicy.TEXT).problems()).isEmpty();
    }

    @Test
    void a_policy_knows_its_name_and_its_text() {
        assertThat(small.version()).hasToString("small@0123456789ab");
    }

    @Test
    void severities_and_phases_keep_their_order() {
        assertThat(small.severities()).extracting(Severity::name).containsExactly(HIGH, LOW);
        assertThat(small.phases())
                .extracting(Phase::name)
                .containsExactly(new PhaseName("look"), new PhaseName("mend"));
    }

    @Test
    void an_item_may_be_words_alone() {
        assertThat(small.item(new ItemName("repair")))
                .contains(
                        new Item(
                                new ItemName("repair"),
                                "Repair it",
                                Scope.ALL,
                                false,
                                Optional.empty()));
        assertThat(small.item(new ItemName("save")))
                .contains(
                        new Item(
                                new ItemName("save"),
                                "Save the evidence",
                                new Scope(Set.of(), Set.of(new KindName("security"))),
                                true,
                                Optional.empty()));
    }

    @Test
    void next_in_a_ladder_is_the_next_one_on_the_rota() {
        ClockRule rule = small.clock(ClockRule.ACKNOWLEDGMENT).orElseThrow();

        assertThat(rule.ladder())
                .containsExactly(
                        step(new Step.When.Share(50), new Target(new RoleName("on-call"), 0)),
                        step(due(Duration.ZERO), new Target(new RoleName("on-call"), 1)),
                        new Step(
                                due(Duration.ofMinutes(10)),
                                List.of(Target.onDuty(new RoleName("boss"))),
                                Optional.of(Duration.ofMinutes(10))));
    }

    @Test
    void one_span_for_all_is_for_those_whom_the_scope_means() {
        ClockRule rule = small.clock(new ClockName("page")).orElseThrow();

        assertThat(rule.within()).isEqualTo(Map.of(HIGH, new Span.Elapsed(Duration.ofMinutes(30))));
    }

    @Test
    void the_stability_watch_is_made_from_closing() {
        ClockRule watch = small.clock(ClockRule.STABILITY).orElseThrow();

        assertThat(watch.title()).isEqualTo("Stability watch");
        assertThat(watch.from()).isEqualTo(Milestone.RESOLVED);
        assertThat(watch.metBy()).isEqualTo(new MetBy.Reaching(Milestone.CLOSED));
        assertThat(watch.owner()).isEqualTo(Role.COMMANDER);
        assertThat(watch.within().keySet()).containsExactlyInAnyOrder(HIGH, LOW);
        assertThat(watch.ladder())
                .containsExactly(
                        new Step(
                                due(Duration.ZERO),
                                List.of(Target.onDuty(Role.COMMANDER)),
                                Optional.of(Duration.ofHours(24))));
    }

    @Test
    void the_columns_of_the_matrix_are_sorted_by_time() {
        String text =
                SmallPolicy.TEXT.replace(
                        "  low: n/a\n",
                        """
                          low:
                            daily-digest: [boss]
                            within 1 day: n/a
                            within 30 minutes: [boss]
                            at-once: [on-call]
                        """);

        Policy policy = SmallPolicy.read(text).ifSound().orElseThrow();

        assertThat(policy.escalation().row(LOW))
                .extracting(EscalationMatrix.Column::timing)
                .containsExactly(
                        new EscalationMatrix.Timing.AtOnce(),
                        new EscalationMatrix.Timing.Within(Duration.ofMinutes(30)),
                        new EscalationMatrix.Timing.Within(Duration.ofDays(1)),
                        new EscalationMatrix.Timing.DailyDigest());
        assertThat(policy.escalation().row(LOW).get(2).cells()).isEmpty();
    }

    @Test
    void audiences_are_told_and_never_held() {
        assertThat(small.role(new RoleName("customers"))).map(Role::audience).contains(true);
        assertThat(small.role(new RoleName("boss"))).map(Role::audience).contains(false);
    }

    @Test
    void a_calendar_that_never_opens_again_is_refused() {
        String fridays =
                Stream.iterate(LocalDate.of(2026, 1, 2), day -> day.plusWeeks(1))
                        .limit(60)
                        .map(LocalDate::toString)
                        .collect(Collectors.joining(", "));
        String text =
                SmallPolicy.TEXT
                        .replace("monday-thursday: \"09:00-17:00\", ", "")
                        .replace("[2026-12-25]", "[" + fridays + "]");

        assertThat(SmallPolicy.read(text).problems())
                .extracting(Problem::sentence)
                .containsExactly(
                        "`calendars.office` stays closed for more than a year from 2026-01-02.");
    }

    @Test
    void a_week_may_run_over_its_end() {
        String text =
                SmallPolicy.TEXT.replace(
                        "{monday-thursday: \"09:00-17:00\", friday: \"09:00-13:00\"}",
                        "{saturday-monday: \"09:00-17:00\"}");

        Policy policy = SmallPolicy.read(text).ifSound().orElseThrow();

        assertThat(policy.calendar(new CalendarName("office")).week())
                .containsOnlyKeys(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY);
    }

    @Test
    void a_file_that_is_no_mapping_is_one_problem() {
        assertThat(SmallPolicy.read("- a\n- b\n").problems())
                .containsExactly(
                        Problem.fault(
                                "",
                                1,
                                "The file is a list where `key: value` lines are expected.",
                                "Write one `key: value` below the other, indented alike."));
        assertThat(PolicyReader.read(new Written.Scalar("", 1, 1), "x").problems()).hasSize(1);
    }

    private static Step step(Step.When when, Target target) {
        return new Step(when, List.of(target), Optional.empty());
    }

    private static Step.When due(Duration offset) {
        return new Step.When.FromDue(offset);
    }
}
