package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.policy.ItemName;
import io.muster.core.policy.SeverityName;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ObligationRulesTest {
    private static final IncidentCommand ACK = new IncidentCommand.Acknowledge();
    private static final IncidentCommand CONFIRM = new IncidentCommand.Confirm(Optional.empty());

    @Nested
    class Acknowledgment {
        @Test
        @Tag("F06")
        void
                a_missed_acknowledgment_climbs_to_the_next_on_call_then_the_commander_then_the_last_resort() {
            Scene scene = Scene.declared();
            assertThat(heard(scene.lets("PT40M"), "acknowledgment"))
                    .containsExactly(
                            "10:08 UANA", "10:15 UBEN", "10:20 UCLEO", "10:25 UELI", "10:35 UELI");
        }

        @Test
        @Tag("F06")
        void it_goes_on_until_someone_acknowledges_and_then_stops() {
            Scene scene = Scene.declared();
            scene.lets("PT3H");
            scene.by(Scene.BEN).does(ACK);
            assertThat(scene.latest("acknowledgment").orElseThrow().late(scene.now())).isTrue();
            assertThat(heard(scene.lets("PT3H"), "acknowledgment")).isEmpty();
        }

        @Test
        @Tag("F05")
        void an_acknowledgment_in_time_is_recorded_as_such() {
            Scene scene = Scene.declared().after("PT15M").does(ACK);
            assertThat(scene.happened(IncidentEvent.ObligationMet.class).getFirst().late())
                    .isFalse();
        }

        @Test
        @Tag("F06")
        void after_a_night_without_power_it_speaks_once_for_all_that_was_due() {
            Scene scene = Scene.declared().after("PT7H").clockKnocks();
            assertThat(scene.said().stream().filter(s -> s.contains("Acknowledgment"))).hasSize(1);
            assertThat(scene.told()).contains(Scene.ELI);
        }

        @Test
        void when_nobody_holds_the_roles_whoever_declared_it_is_told_instead() {
            Scene scene =
                    Scene.under("featuresignals")
                            .withoutTeam()
                            .declares("P0", "Down")
                            .after("PT8M")
                            .clockKnocks();
            assertThat(scene.said()).anyMatch(s -> s.contains("Nobody is On-call engineer; UANA"));
        }

        @Test
        @Tag("S01")
        void the_second_program_answers_within_15_minutes_1_4_and_24_hours() {
            Map.of("P1", "PT15M", "P2", "PT1H", "P3", "PT4H", "P4", "PT24H")
                    .forEach((severity, target) -> {
                        Scene scene = Scene.under("soc2-irp-001").declares(severity, "x");
                        assertThat(scene.owes("acknowledgment").due())
                                .isEqualTo(scene.now().plus(Duration.parse(target)));
                    });
        }
    }

    @Nested
    class StatusUpdates {
        @Test
        @Tag("F17")
        @Tag("M3")
        void reminders_come_every_hour_at_p0_and_silence_is_escalated_to_the_commander_and_above() {
            Scene scene = Scene.declared().does(ACK);
            assertThat(heard(scene.lets("PT2H30M"), "status-update"))
                    .containsExactly(
                            "11:00 UDORA UCLEO",
                            "11:10 UCLEO",
                            "11:20 UELI",
                            "12:00 UDORA UCLEO",
                            "12:10 UCLEO",
                            "12:20 UELI");
        }

        @Test
        @Tag("F17")
        @Tag("M3")
        void they_come_every_four_hours_at_p1_and_never_at_p2() {
            Scene p1 = Scene.under("featuresignals").declares("P1", "Slow").does(ACK);
            assertThat(reminders(heard(p1.lets("PT9H"), "status-update")))
                    .containsExactly("14:00", "18:00");
            Scene p2 = Scene.under("featuresignals").declares("P2", "Slow").does(ACK);
            assertThat(heard(p2.lets("P1D"), "status-update")).isEmpty();
        }

        @Test
        @Tag("F17")
        void any_update_resets_the_clock() {
            Scene scene = Scene.declared().does(ACK).after("PT30M").does(update("all hands on it"));
            assertThat(scene.owes("status-update").due())
                    .isEqualTo(Instant.parse("2026-03-04T11:30:00Z"));
            assertThat(heard(scene.lets("PT59M"), "status-update")).isEmpty();
            assertThat(heard(scene.lets("PT1M"), "status-update"))
                    .containsExactly("11:30 UDORA UCLEO");
        }

        @Test
        @Tag("F17")
        void an_update_that_comes_late_meets_its_promise_late() {
            Scene scene = Scene.declared().does(ACK);
            scene.lets("PT65M");
            scene.does(update("sorry"));
            assertThat(scene.happened(IncidentEvent.ObligationMet.class).getFirst().late())
                    .isTrue();
            assertThat(scene.owes("status-update").due())
                    .isEqualTo(Instant.parse("2026-03-04T12:05:00Z"));
        }

        @Test
        void a_promise_that_nobody_kept_is_recorded_as_missed_each_hour() {
            Scene scene = Scene.declared().does(ACK);
            List<IncidentEvent> all = new ArrayList<>();
            scene.lets("PT3H30M").values().forEach(all::addAll);
            assertThat(all.stream().filter(IncidentEvent.ObligationMissed.class::isInstance))
                    .hasSize(2);
        }

        @Test
        void after_a_night_without_power_there_is_one_reminder_and_the_missed_turns_are_counted() {
            Scene scene = Scene.declared().does(ACK).after("PT10H30M").clockKnocks();
            assertThat(scene.happened(IncidentEvent.ObligationMissed.class).getFirst().turns())
                    .isEqualTo(9);
            assertThat(scene.said().stream().filter(s -> s.contains("Status update"))).hasSize(1);
            assertThat(scene.owes("status-update").due())
                    .isEqualTo(Instant.parse("2026-03-04T20:00:00Z"));
        }

        @Test
        void they_stop_when_it_is_resolved_and_start_anew_when_it_comes_back() {
            Scene scene =
                    Scene.declared().does(ACK).does(new IncidentCommand.Resolve(FreeText.NONE));
            assertThat(heard(scene.lets("PT5H"), "status-update")).isEmpty();
            scene.does(new IncidentCommand.Reopen(new FreeText("back again")));
            assertThat(heard(scene.lets("PT61M"), "status-update"))
                    .containsExactly("16:00 UDORA UCLEO");
        }

        @Test
        void a_reminder_can_be_snoozed_once_and_the_cadence_stays() {
            Scene scene = Scene.declared().does(ACK);
            scene.lets("PT60M");
            ObligationId id = scene.owes("status-update").id();
            Instant due = scene.owes("status-update").due();
            scene.does(new IncidentCommand.Snooze(id, Duration.ofMinutes(30)));
            assertThat(scene.owes("status-update").due()).isEqualTo(due);
            assertThat(heard(scene.lets("PT29M"), "status-update")).isEmpty();
            assertThat(heard(scene.lets("PT1M"), "status-update")).hasSize(1);
            scene.isRefused(new IncidentCommand.Snooze(id, Duration.ofMinutes(30)), "once is all");
            assertThat(heard(scene.lets("PT30M"), "status-update"))
                    .containsExactly("12:00 UDORA UCLEO");
        }

        private static IncidentCommand update(String text) {
            return new IncidentCommand.PostUpdate(new FreeText(text), FreeText.NONE, FreeText.NONE);
        }
    }

    @Nested
    class SeverityChanges {
        @Test
        @Tag("F07")
        void raising_reckons_every_clock_from_its_original_start() {
            Scene scene = Scene.under("featuresignals").declares("P2", "Odd errors").after("PT10M");
            scene.does(raise("P0", "everything is down"));
            Instant declared = scene.incident().declaredAt();
            assertThat(scene.owes("acknowledgment").due()).isEqualTo(declared.plusSeconds(15 * 60));
            assertThat(scene.owes("resolution").due()).isEqualTo(declared.plusSeconds(4 * 3600));
            assertThat(scene.owes("status-update").due()).isEqualTo(declared.plusSeconds(3600));
        }

        @Test
        @Tag("F07")
        void a_clock_that_is_newly_overdue_speaks_at_once() {
            Scene scene = Scene.under("featuresignals").declares("P2", "Odd errors").after("PT2H");
            scene.does(raise("P0", "everything is down"));
            assertThat(scene.owes("acknowledgment").late(scene.now())).isTrue();
            assertThat(scene.said().getFirst()).contains("Acknowledgment: due", "overdue");
            scene.clockKnocks();
            assertThat(scene.said()).anyMatch(s -> s.startsWith("escalation: Acknowledgment"));
        }

        @Test
        @Tag("F07")
        void what_was_already_done_is_judged_by_the_new_target() {
            Scene scene =
                    Scene.under("featuresignals")
                            .declares("P2", "Odd errors")
                            .after("PT30M")
                            .does(ACK);
            assertThat(scene.latest("acknowledgment").orElseThrow().late(scene.now())).isFalse();
            scene.after("PT1H").does(raise("P0", "worse"));
            assertThat(scene.happened(IncidentEvent.ObligationRejudged.class))
                    .singleElement()
                    .satisfies(e -> assertThat(e.late()).isTrue());
            assertThat(scene.latest("acknowledgment").orElseThrow().late(scene.now())).isTrue();
        }

        @Test
        @Tag("F07")
        void lowering_gives_more_time_and_ends_what_is_no_longer_owed() {
            Scene scene = Scene.declared().after("PT5M");
            scene.isRefused(raise("P3", ""), "Say why");
            scene.does(raise("P3", "one user only"));
            assertThat(scene.latest("status-update").orElseThrow().state())
                    .isEqualTo(Obligation.State.DROPPED);
            assertThat(scene.latest("resolution").orElseThrow().state())
                    .isEqualTo(Obligation.State.DROPPED);
            assertThat(scene.owes("acknowledgment").due())
                    .isEqualTo(Instant.parse("2026-03-05T10:00:00Z"));
            scene.isRefused(raise("P3", "again"), "is P3 already");
            scene.isRefused(raise("P9", "?"), "is not a severity here", "P0 (Critical)");
        }

        @Test
        @Tag("F07")
        void lowering_and_raising_again_owes_the_same_as_never_having_lowered() {
            Scene scene = Scene.declared().after("PT5M");
            Instant due = scene.owes("resolution").due();
            scene.does(raise("P3", "one user")).after("PT5M").does(raise("P0", "no, all"));
            assertThat(scene.owes("resolution").due()).isEqualTo(due);
            assertThat(scene.owes("status-update").due())
                    .isEqualTo(Instant.parse("2026-03-04T11:00:00Z"));
        }

        private static IncidentCommand raise(String to, String why) {
            return new IncidentCommand.ChangeSeverity(new SeverityName(to), new FreeText(why));
        }
    }

    @Nested
    class OtherPromises {
        @Test
        @Tag("F16")
        void the_status_page_is_owed_30_minutes_after_confirmation_and_met_by_its_item() {
            Scene scene = Scene.declared().after("PT20M").does(CONFIRM);
            assertThat(scene.owes("status-page").due())
                    .isEqualTo(Instant.parse("2026-03-04T10:50:00Z"));
            assertThat(heard(scene.lets("PT50M"), "status-page"))
                    .containsExactly("10:40 UDORA", "10:50 UDORA UCLEO", "11:05 UCLEO");
            scene.does(new IncidentCommand.Tick(new ItemName("status-page")));
            assertThat(scene.happened(IncidentEvent.ObligationMet.class))
                    .anyMatch(e -> e.id().clock().value().equals("status-page") && e.late());
        }

        @Test
        void a_tick_that_is_taken_back_is_owed_again() {
            Scene scene = Scene.declared().does(CONFIRM);
            scene.does(new IncidentCommand.Tick(new ItemName("status-page")));
            scene.does(new IncidentCommand.Untick(new ItemName("status-page")));
            assertThat(scene.happened(IncidentEvent.ObligationReturned.class)).hasSize(1);
            assertThat(scene.owes("status-page").due())
                    .isEqualTo(Instant.parse("2026-03-04T10:30:00Z"));
        }

        @Test
        @Tag("F01")
        void next_release_is_no_clock() {
            Scene scene = Scene.under("featuresignals").declares("P3", "A typo");
            assertThat(scene.latest("resolution")).isEmpty();
            assertThat(scene.policy().clocks())
                    .anyMatch(c -> c.name().value().equals("resolution"));
        }

        @Test
        void a_promise_that_is_settled_or_not_due_is_not_rung() {
            Scene scene = Scene.declared();
            ObligationId id = scene.owes("acknowledgment").id();
            scene.isRefused(new IncidentCommand.Ring(id), "not due yet");
            scene.does(ACK).after("PT1H").isRefused(new IncidentCommand.Ring(id), "settled");
        }

        @Test
        void when_the_watch_is_over_the_commander_is_told_once_a_day_until_it_is_closed() {
            Scene scene = Scene.declared().does(new IncidentCommand.Resolve(FreeText.NONE));
            assertThat(heard(scene.lets("P3D"), "stability"))
                    .containsExactly("10:00 UCLEO", "10:00 UCLEO", "10:00 UCLEO");
        }
    }

    /** Which rung of a clock spoke when, and to whom. */
    private static List<String> heard(Map<Instant, List<IncidentEvent>> spoken, String clock) {
        List<String> heard = new ArrayList<>();
        spoken.forEach((at, events) ->
                events.stream()
                        .filter(IncidentEvent.ObligationRang.class::isInstance)
                        .map(IncidentEvent.ObligationRang.class::cast)
                        .filter(e -> e.id().clock().value().equals(clock))
                        .forEach(e ->
                                heard.add(
                                        at.toString().substring(11, 16)
                                                + " "
                                                + String.join(
                                                        " ",
                                                        e.told().stream()
                                                                .flatMap(t -> t.people().stream())
                                                                .map(Object::toString)
                                                                .toList()))));
        return heard;
    }

    private static List<String> reminders(List<String> heard) {
        return heard.stream()
                .filter(h -> h.endsWith("UDORA UCLEO"))
                .map(h -> h.substring(0, 5))
                .toList();
    }
}
