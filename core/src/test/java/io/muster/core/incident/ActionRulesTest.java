package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.action.ActionItem;
import io.muster.core.action.ActionKind;
import io.muster.core.notice.Effect;
import io.muster.core.obligation.Obligation;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class ActionRulesTest {
    private static final FreeText ALERT = new FreeText("Alert when a disk is 80 % full");

    @Test
    @Tag("F23")
    @Tag("S14")
    void it_has_an_owner_and_ends_with_its_day() {
        Scene scene = Scene.declared().does(add("2026-03-20"));
        ActionItem item = item(scene);
        assertThat(item.owner()).isEqualTo(Scene.BEN);
        assertThat(item.due()).isEqualTo(Instant.parse("2026-03-20T23:59:00Z"));
        assertThat(scene.owes("action.1").due()).isEqualTo(item.due());
        assertThat(scene.told()).containsExactly(Scene.BEN);
        assertThat(scene.incident().crew().has(Scene.BEN)).as("they can see it").isTrue();
    }

    @Test
    @Tag("F23")
    void without_an_owner_or_a_day_it_is_asked_back() {
        Scene scene = Scene.declared();
        scene.isRefused(add(ALERT, Optional.empty(), "2026-03-20", ""), "who does it");
        scene.isRefused(
                new ActionCommand.AddAction(
                        ALERT,
                        ActionKind.DETECT,
                        Optional.of(Scene.BEN),
                        Optional.empty(),
                        FreeText.NONE,
                        FreeText.NONE),
                "by when",
                "in 2 weeks");
        scene.isRefused(add("2026-03-03"), "has passed");
        scene.isRefused(add("2062-03-20"), "Is the year as you meant it?");
        scene.does(add("2026-03-04"));
    }

    @Test
    @Tag("F23")
    void vague_words_are_asked_back_unless_it_is_said_how_to_know() {
        FreeText vague = new FreeText("Improve the monitoring of disks");
        Scene scene = Scene.declared();
        scene.isRefused(
                add(new FreeText("fix it"), Optional.of(Scene.BEN), "2026-03-20", ""),
                "so that somebody who was not there");
        scene.isRefused(
                add(vague, Optional.of(Scene.BEN), "2026-03-20", ""),
                "Improve",
                "how we will know");
        scene.does(
                add(
                        vague,
                        Optional.of(Scene.BEN),
                        "2026-03-20",
                        "A full disk pages within a minute"));
    }

    @Test
    void the_same_twice_is_one() {
        Scene.declared().does(add("2026-03-20")).isRefused(add("2026-03-20"), "item 1 already");
    }

    @Test
    @Tag("F23")
    void its_owner_is_reminded_before_on_and_after_the_day_and_then_the_commander_too() {
        Scene scene = Scene.declared().does(add("2026-03-20"));
        assertThat(heard(scene, "P40D"))
                .containsExactly(
                        "2026-03-17 UBEN",
                        "2026-03-20 UBEN",
                        "2026-03-21 UBEN",
                        "2026-03-22 UBEN",
                        "2026-03-23 UBEN",
                        "2026-03-24 UBEN",
                        "2026-03-25 UBEN",
                        "2026-03-26 UBEN",
                        "2026-03-27 UBEN UCLEO",
                        "2026-04-03 UBEN UCLEO",
                        "2026-04-10 UBEN UCLEO");
    }

    @Test
    @Tag("F23")
    void reminders_go_to_whoever_owns_it_by_then_and_stop_when_it_is_done() {
        Scene scene =
                Scene.declared()
                        .does(add("2026-03-20"))
                        .does(
                                new ActionCommand.HandOverAction(
                                        1, Scene.SAM, new FreeText("Ben is on leave")));
        assertThat(heard(scene, "P17D")).containsExactly("2026-03-17 USAM", "2026-03-20 USAM");
        scene.by(Scene.SAM).does(new ActionCommand.FinishAction(1, new FreeText("PR 7")));
        assertThat(scene.latest("action.1").orElseThrow().state()).isEqualTo(Obligation.State.MET);
        assertThat(heard(scene, "P30D")).isEmpty();
    }

    @Test
    @Tag("F23")
    void a_new_owner_and_a_new_day_need_a_reason() {
        Scene scene = Scene.declared().does(add("2026-03-20"));
        scene.isRefused(
                new ActionCommand.HandOverAction(1, Scene.SAM, FreeText.NONE), "why it changes");
        scene.isRefused(reschedule("2026-04-01", ""), "why it moves");
        scene.does(reschedule("2026-04-01", "The vendor is late"));
        assertThat(scene.owes("action.1").due()).isEqualTo(Instant.parse("2026-04-01T23:59:00Z"));
        assertThat(scene.happened(IncidentEvent.ObligationMoved.class)).hasSize(1);
    }

    @Test
    @Tag("F23")
    void another_person_verifies_that_it_is_done() {
        Scene scene =
                Scene.declared()
                        .does(add("2026-03-20"))
                        .by(Scene.BEN)
                        .does(new ActionCommand.FinishAction(1, FreeText.NONE));
        scene.isRefused(
                new ActionCommand.VerifyAction(1, new FreeText("works")), "somebody else verifies");
        scene.by(Scene.SAM)
                .isRefused(new ActionCommand.VerifyAction(1, FreeText.NONE), "what you looked at")
                .does(new ActionCommand.VerifyAction(1, new FreeText("Filled a disk; it paged")));
        assertThat(item(scene).state()).isEqualTo(ActionItem.State.VERIFIED);
    }

    @Test
    @Tag("F23")
    void its_owner_does_not_verify_it_even_if_somebody_else_called_it_done() {
        Scene scene =
                Scene.declared()
                        .does(add("2026-03-20"))
                        .by(Scene.CLEO)
                        .does(new ActionCommand.FinishAction(1, FreeText.NONE));
        scene.by(Scene.BEN)
                .isRefused(
                        new ActionCommand.VerifyAction(1, new FreeText("works")),
                        "It was yours to do");
        scene.by(Scene.SAM)
                .does(new ActionCommand.VerifyAction(1, new FreeText("Filled a disk; it paged")));
    }

    @Test
    @Tag("F23")
    void what_was_judged_stays_as_it_was_until_it_is_opened_again() {
        Scene scene =
                Scene.declared()
                        .does(add("2026-03-20"))
                        .by(Scene.BEN)
                        .does(new ActionCommand.FinishAction(1, FreeText.NONE));
        IncidentCommand easier = describe("A disk that is full pages", "PR 7");
        scene.isRefused(easier, "Action item 1 is done", "/incident action reopen 1 <reason>");
        scene.by(Scene.SAM).does(new ActionCommand.VerifyAction(1, new FreeText("It paged")));
        scene.isRefused(easier, "Action item 1 is verified");
        scene.does(describe("", "PR 7"));
        assertThat(item(scene).ticket().text()).isEqualTo("PR 7");
        assertThat(item(scene).state()).isEqualTo(ActionItem.State.VERIFIED);
        scene.does(new ActionCommand.ReopenAction(1, new FreeText("It did not page"))).does(easier);
        assertThat(item(scene).verification().text()).isEqualTo("A disk that is full pages");
    }

    @Test
    @Tag("F23")
    void what_was_added_to_a_false_alarm_can_still_be_settled() {
        Scene scene =
                Scene.declared()
                        .does(add("2026-03-20"))
                        .does(new IncidentCommand.Dismiss(new FreeText("A test of the probe")));
        scene.isRefused(
                add(
                        new FreeText("Alert when memory is full"),
                        Optional.of(Scene.BEN),
                        "2026-03-20",
                        ""),
                "is dismissed");
        scene.does(reschedule("2026-03-25", "Ben is on leave"))
                .does(new ActionCommand.HandOverAction(1, Scene.SAM, new FreeText("on leave")))
                .does(new ActionCommand.FinishAction(1, FreeText.NONE));
        assertThat(scene.latest("action.1").orElseThrow().state()).isEqualTo(Obligation.State.MET);
        assertThat(heard(scene, "P30D")).isEmpty();
        scene.does(new ActionCommand.ReopenAction(1, new FreeText("not after all")))
                .does(new ActionCommand.DropAction(1, new FreeText("not worth it")));
        assertThat(scene.incident().obligations().open()).isEmpty();
        assertThat(scene.incident().status()).isEqualTo(Status.DISMISSED);
    }

    @Test
    @Tag("F23")
    void it_outlives_the_incident_and_is_owed_again_when_it_was_not_done_after_all() {
        Scene scene =
                Scene.declared()
                        .does(add("2026-03-20"))
                        .does(new IncidentCommand.Resolve(FreeText.NONE))
                        .after("PT24H")
                        .does(new IncidentCommand.Close(FreeText.NONE));
        assertThat(scene.owes("action.1").isOpen()).isTrue();
        scene.does(new ActionCommand.FinishAction(1, FreeText.NONE))
                .does(new ActionCommand.ReopenAction(1, new FreeText("It did not page")));
        assertThat(scene.owes("action.1").id().turn()).isEqualTo(2);
        scene.does(new ActionCommand.DropAction(1, new FreeText("Disks are gone")));
        assertThat(scene.latest("action.1").orElseThrow().state())
                .isEqualTo(Obligation.State.DROPPED);
    }

    @Test
    void what_was_asked_twice_is_done_already() {
        Scene scene =
                Scene.declared()
                        .does(add("2026-03-20"))
                        .does(new ActionCommand.FinishAction(1, FreeText.NONE));
        scene.isRefused(new ActionCommand.FinishAction(1, FreeText.NONE), "done already");
        scene.isRefused(new ActionCommand.DropAction(2, FreeText.NONE), "no action item 2");
    }

    @Test
    void the_words_of_an_item_do_not_stand_in_what_cannot_be_erased() {
        Scene scene = Scene.declared().does(add("2026-03-20"));
        assertThat(scene.owes("action.1").title()).doesNotContain("disk");
    }

    private static List<String> heard(Scene scene, String duration) {
        List<String> heard = new ArrayList<>();
        Instant end = scene.now().plus(java.time.Duration.parse(duration));
        while (scene.now().isBefore(end)) {
            scene.after("PT1H").clockKnocks();
            boolean ours =
                    scene.happened(IncidentEvent.ObligationRang.class).stream()
                            .anyMatch(e -> e.id().clock().value().startsWith("action."));
            if (ours) {
                heard.add(line(scene));
            }
        }
        return heard;
    }

    private static String line(Scene scene) {
        StringBuilder line = new StringBuilder();
        for (Effect effect : scene.effects()) {
            if (effect instanceof Effect.Tell tell && tell.key().value().contains("action.")) {
                line.append(" ").append(tell.person());
            }
        }
        return scene.happened(IncidentEvent.ObligationRang.class).stream()
                        .filter(e -> e.id().clock().value().startsWith("action."))
                        .map(e -> day(scene.now()))
                        .findFirst()
                        .orElseThrow()
                + line;
    }

    /** Reminders are spoken at midnight less a minute; by the hour they are heard a day later. */
    private static String day(Instant heard) {
        return LocalDate.ofInstant(
                        heard.minus(java.time.Duration.ofHours(1)), java.time.ZoneOffset.UTC)
                .toString();
    }

    private static ActionItem item(Scene scene) {
        return scene.incident().dossier().actions().find(1).orElseThrow();
    }

    private static IncidentCommand add(String due) {
        return add(ALERT, Optional.of(Scene.BEN), due, "");
    }

    private static IncidentCommand add(
            FreeText text, Optional<PersonId> owner, String due, String verification) {
        return new ActionCommand.AddAction(
                text,
                ActionKind.DETECT,
                owner,
                Optional.of(LocalDate.parse(due)),
                new FreeText(verification),
                FreeText.NONE);
    }

    private static IncidentCommand describe(String verification, String ticket) {
        return new ActionCommand.DescribeAction(
                1, ALERT, ActionKind.DETECT, FreeText.of(verification), new FreeText(ticket));
    }

    private static IncidentCommand reschedule(String to, String why) {
        return new ActionCommand.RescheduleAction(1, LocalDate.parse(to), new FreeText(why));
    }
}
