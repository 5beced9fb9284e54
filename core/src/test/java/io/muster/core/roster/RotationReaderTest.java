package io.muster.core.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.PersonId;
import io.muster.core.policy.Policy;
import io.muster.core.policy.PolicyReader;
import io.muster.core.policy.RoleName;
import io.muster.core.written.Problem;
import io.muster.core.written.Reading;
import io.muster.core.written.Yaml;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rotations as people write them into the team file. */
@Tag("F05")
class RotationReaderTest {
    private static final Policy POLICY =
            PolicyReader.read(Yaml.tree(Yaml.builtIn("featuresignals")), "x", Yaml.laws())
                    .ifSound()
                    .orElseThrow();
    private static final RoleName ON_CALL = new RoleName("on-call");
    private static final PersonId ANA = new PersonId("U0ANA");
    private static final PersonId BEN = new PersonId("U0BEN");
    private static final PersonId CHLOE = new PersonId("U0CHLOE");

    private static final String TEXT =
            """
            muster-team: 1
            people:
              ana: {name: Ana Ruiz, slack: U0ANA}
              ben: {name: Ben Ode, slack: U0BEN}
              chloe: {name: Chloe Lam, slack: U0CHLOE, email: chloe@example.com}
            rotations:
              primary:
                zone: Europe/Berlin
                feed-token-from: MUSTER_ONCALL_TOKEN
                user-group: "@oncall"
                layers:
                  - name: office hours
                    people: [chloe]
                    every: day at 00:00
                    starts: 2026-01-05
                    only: mon-fri 09:00-17:00
                  - people: [ana, ben]
                    every: week on Monday at 09:00
                    starts: 2026-01-01
            roles:
              on-call: {rotation: primary, then: chloe}
              on-call-commander: [chloe, ana]
              comms: ben
              security: [chloe]
              last-resort: chloe
            """;

    @Test
    void the_role_is_held_by_whoever_has_the_turn() {
        assertThat(problems(TEXT)).isEmpty();
        assertThat(at("2026-01-07T10:00:00Z").holders(ON_CALL)).containsExactly(CHLOE, ANA, BEN);
        assertThat(at("2026-01-07T20:00:00Z").holders(ON_CALL)).containsExactly(ANA, BEN, CHLOE);
        assertThat(at("2026-01-14T20:00:00Z").onDuty(ON_CALL)).contains(BEN);
    }

    @Test
    void the_first_hand_over_is_on_the_first_such_day_from_the_start() {
        assertThat(at("2026-01-05T07:59:00Z").onDuty(ON_CALL)).contains(CHLOE);
        assertThat(at("2026-01-05T16:30:00Z").onDuty(ON_CALL)).contains(ANA);
    }

    @Test
    void in_a_gap_nobody_is_on_duty_and_its_people_still_hold_the_role() {
        String gap =
                TEXT.replace(", then: chloe", "")
                        .replace(
                                "    starts: 2026-01-01\n",
                                "    starts: 2026-01-01\n        only: weekends\n");
        Roster roster = at(gap, "2026-01-07T20:00:00Z");
        assertThat(roster.holders(ON_CALL)).isEmpty();
        assertThat(roster.holds(ANA, ON_CALL)).isTrue();
    }

    @Test
    void whoever_stands_in_is_called_first_and_whom_they_replace_last() {
        Instant now = Instant.parse("2026-01-07T20:00:00Z");
        DutyOverride override =
                new DutyOverride(1, ON_CALL, CHLOE, now.minusSeconds(60), now.plusSeconds(3600));
        Roster roster = team(TEXT).roster(Map.of(), Set.of(), Set.of(), List.of(override), now);
        assertThat(roster.holders(ON_CALL)).containsExactly(CHLOE, BEN, ANA);
        Roster later =
                team(TEXT)
                        .roster(
                                Map.of(),
                                Set.of(),
                                Set.of(),
                                List.of(override),
                                now.plusSeconds(3600));
        assertThat(later.onDuty(ON_CALL)).contains(ANA);
    }

    @Test
    void the_plan_says_until_when_and_who_is_next() {
        DutyPlan plan = new DutyPlan(team(TEXT), Map.of(), List.of());
        Watch watch = plan.watch(ON_CALL, Instant.parse("2026-01-07T20:00:00Z"));
        assertThat(watch.person()).contains(ANA);
        assertThat(watch.until()).contains(Instant.parse("2026-01-08T08:00:00Z"));
        assertThat(plan.next(watch).flatMap(Watch::person)).contains(CHLOE);
        assertThat(plan.watch(new RoleName("comms"), Instant.EPOCH).until()).isEmpty();
    }

    @Test
    void of_several_overrides_the_newest_counts() {
        Instant now = Instant.parse("2026-01-07T20:00:00Z");
        DutyPlan plan =
                new DutyPlan(
                        team(TEXT),
                        Map.of(),
                        List.of(
                                new DutyOverride(1, ON_CALL, CHLOE, now, now.plusSeconds(7200)),
                                new DutyOverride(
                                        2,
                                        ON_CALL,
                                        BEN,
                                        now.plusSeconds(600),
                                        now.plusSeconds(1200))));
        assertThat(plan.watches(ON_CALL, now, now.plusSeconds(7201)))
                .extracting(w -> w.person().map(PersonId::value).orElse("-"))
                .containsExactly("U0CHLOE", "U0BEN", "U0CHLOE", "U0ANA");
    }

    @Test
    void a_rotation_of_one_layer_needs_no_list() {
        String one =
                TEXT.replaceAll("(?s)rotations:.*roles:", "")
                        .replace(
                                "  on-call: {",
                                """
                                rotations:
                                  primary:
                                    zone: Asia/Kolkata
                                    people: [ana, ben]
                                    every: 12 hours
                                    starts: 2026-01-05 08:00
                                roles:
                                  on-call: {\
                                """);
        assertThat(problems(one)).isEmpty();
        assertThat(at(one, "2026-01-05T02:30:00Z").onDuty(ON_CALL)).contains(ANA);
        assertThat(at(one, "2026-01-05T14:30:00Z").onDuty(ON_CALL)).contains(BEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "every: week on Monday at 09:00 | every: now and then | which nobody can keep",
                "every: week on Monday at 09:00 | every: day on Monday at 09:00 | which nobody can keep",
                "every: week on Monday at 09:00 | every: week on Moonday at 09:00 | which nobody can keep",
                "every: week on Monday at 09:00 | every: week on Monday at 25:00 | there is no such one",
                "every: week on Monday at 09:00 | every: 0 hours | which nobody can keep",
                "starts: 2026-01-01 | starts: 2026-02-30 | which nobody can keep",
                "starts: 2026-01-01 | starts: soon | which nobody can keep",
                "only: mon-fri 09:00-17:00 | only: at night | which are no hours of a week",
                "only: mon-fri 09:00-17:00 | only: 09:00-25:00 | which are no hours of a week",
                "zone: Europe/Berlin | zone: Europe/Berln | which is no time zone",
                "feed-token-from: MUSTER_ONCALL_TOKEN | feed-token-from: s3cret | not the name of an environment",
                "people: [ana, ben] | people: [ana, benn] | not among `people`",
                "rotation: primary | rotation: primry | not among `rotations`"
            })
    void a_mistake_is_named_with_its_remedy(String words, String instead, String said) {
        assertThat(TEXT).contains(words);
        assertThat(problems(TEXT.replace(words, instead)))
                .anySatisfy(p -> assertThat(p.sentence() + " " + p.remedy()).contains(said));
    }

    @Test
    void calendars_are_held_by_the_people_whose_address_or_name_stands_in_them() {
        Instant nine = Instant.parse("2026-01-05T09:00:00Z");
        ShiftFeed feed =
                (file, zone) ->
                        new ShiftFeed.Entries(
                                List.of(
                                        entry(nine, List.of("chloe@example.com"), "whatever"),
                                        entry(nine.plusSeconds(3600), List.of(), "Ben  Ode"),
                                        entry(nine.plusSeconds(7200), List.of(), "Nobody Known")));
        String text =
                TEXT.replaceAll("(?s)    layers:.*roles:", "    calendar: oncall.ics\nroles:")
                        .replace(", then: chloe", "");
        Reading<Team> reading = TeamReader.read(Yaml.tree(text), POLICY, feed);
        assertThat(reading.problems())
                .anySatisfy(p -> assertThat(p.sentence()).contains("`Nobody Known`"));
        Team team = reading.ifSound().orElseThrow();
        assertThat(onDuty(team, nine)).contains(CHLOE);
        assertThat(onDuty(team, nine.plusSeconds(3600))).contains(BEN);
        assertThat(onDuty(team, nine.plusSeconds(7200))).isEmpty();
    }

    private static ShiftFeed.Entry entry(Instant from, List<String> addresses, String summary) {
        return new ShiftFeed.Entry(from, from.plusSeconds(3600), addresses, Optional.of(summary));
    }

    private static Optional<PersonId> onDuty(Team team, Instant at) {
        return team.roster(Map.of(), Set.of(), Set.of(), List.of(), at).onDuty(ON_CALL);
    }

    private static Roster at(String instant) {
        return at(TEXT, instant);
    }

    private static Roster at(String text, String instant) {
        return team(text).roster(Map.of(), Set.of(), Set.of(), List.of(), Instant.parse(instant));
    }

    private static Team team(String text) {
        return TeamReader.read(Yaml.tree(text), POLICY).ifSound().orElseThrow();
    }

    private static List<Problem> problems(String text) {
        return TeamReader.read(Yaml.tree(text), POLICY).problems();
    }
}
