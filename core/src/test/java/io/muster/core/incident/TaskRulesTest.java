package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.checklist.Checklists;
import io.muster.core.checklist.NotApplicable;
import io.muster.core.checklist.Reference;
import io.muster.core.notice.Effect;
import io.muster.core.notice.Notice;
import io.muster.core.policy.Item;
import io.muster.core.policy.ItemName;
import io.muster.core.policy.KindName;
import io.muster.core.policy.PhaseName;
import io.muster.core.roster.Actor;
import io.muster.core.timeline.Timeline;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class TaskRulesTest {
    private static final ItemName ISOLATE = new ItemName("isolate");
    private static final ItemName EVIDENCE = new ItemName("evidence");
    private static final ItemName STATUS_PAGE = new ItemName("status-page");

    @Test
    @Tag("F10")
    @Tag("S06")
    void an_item_that_does_not_apply_is_settled_with_who_when_and_why() {
        Scene scene = Scene.declared().after("PT3M").by(Scene.BEN).does(na(ISOLATE, "no network"));
        Checklists checklists = scene.incident().checklists();
        assertThat(checklists.notApplicable(ISOLATE))
                .contains(
                        new NotApplicable(
                                Actor.person(Scene.BEN), scene.now(), new FreeText("no network")));
        assertThat(checklists.settled(ISOLATE)).isTrue();
        assertThat(checklists.done(ISOLATE)).isFalse();
        assertThat(scene.said())
                .containsExactly(
                        "Not applicable: Cut affected systems off where that is needed by UBEN,"
                                + " because: no network");
        assertThat(tone(scene)).containsExactly(Notice.Tone.PLAIN);
    }

    @Test
    void ruling_out_wants_a_reason_is_said_once_and_can_be_taken_back() {
        Scene scene = Scene.declared();
        scene.isRefused(na(ISOLATE, " "), "Say why", "/incident task na isolate <reason>");
        scene.does(na(ISOLATE, "no network"))
                .isRefused(na(ISOLATE, "no network"), "not applicable already");
        scene.does(na(ISOLATE, "there is no network at all"));
        scene.does(new IncidentCommand.Untick(ISOLATE));
        assertThat(scene.incident().checklists().settled(ISOLATE)).isFalse();
        scene.does(new IncidentCommand.Tick(ISOLATE))
                .isRefused(na(ISOLATE, "no network"), "That item is done");
        scene.does(new IncidentCommand.Untick(ISOLATE)).does(na(ISOLATE, "no"));
        scene.does(new IncidentCommand.Tick(ISOLATE));
        assertThat(scene.incident().checklists().notApplicable(ISOLATE)).isEmpty();
    }

    @Test
    @Tag("F12")
    void only_the_commander_rules_out_what_a_phase_or_a_gate_waits_for() {
        Scene scene = security("featuresignals", "P0");
        scene.by(Scene.BEN)
                .isRefused(na(EVIDENCE, "nothing to secure"), "Only the incident commander may");
        scene.by(Scene.CLEO).does(na(EVIDENCE, "the host is gone"));
        assertThat(tone(scene)).containsExactly(Notice.Tone.WEIGHTY);
        scene.by(Scene.BEN)
                .does(new IncidentCommand.StartPhase(new PhaseName("containment")))
                .does(new IncidentCommand.FinishPhase(new PhaseName("containment"), FreeText.NONE));
        assertThat(scene.happened(IncidentEvent.PhaseFinished.class).getFirst().leftOpen())
                .isEmpty();
    }

    @Test
    @Tag("F10")
    void whoever_is_asked_to_do_an_item_is_told_in_the_channel_and_brought_in() {
        Scene scene = Scene.declared().does(assign(ISOLATE, Scene.DORA));
        assertThat(scene.incident().checklists().assignee(ISOLATE)).contains(Scene.DORA);
        assertThat(scene.said())
                .containsExactly(
                        "UDORA is asked to: Cut affected systems off where that is needed (by"
                                + " UANA). Tick it with /incident task done isolate.");
        assertThat(scene.effects()).contains(new Effect.Bring(List.of(Scene.DORA)));
        scene.isRefused(assign(ISOLATE, Scene.DORA), "with UDORA already");
        scene.does(assign(ISOLATE, Scene.BEN));
        assertThat(scene.happened(TaskEvent.ItemAssigned.class).getFirst().before())
                .contains(Scene.DORA);
        scene.does(new TaskCommand.AssignItem(ISOLATE, Optional.empty()));
        assertThat(scene.incident().checklists().assignee(ISOLATE)).isEmpty();
        assertThat(scene.said()).isEmpty();
    }

    @Test
    @Tag("F10")
    void an_item_keeps_where_its_proof_is() {
        Scene scene = Scene.declared().after("PT1M").does(link(ISOLATE, "https://wiki/net/7"));
        scene.isRefused(link(ISOLATE, "https://wiki/net/7"), "with the item already")
                .isRefused(link(ISOLATE, ""), "Say where the proof is")
                .does(link(ISOLATE, "EV-3"))
                .does(new IncidentCommand.Tick(ISOLATE));
        assertThat(scene.incident().checklists().references(ISOLATE))
                .extracting(Reference::text)
                .containsExactly(new FreeText("https://wiki/net/7"), new FreeText("EV-3"));
    }

    @Test
    void what_the_policy_does_not_have_is_refused_with_what_was_meant() {
        Scene.declared()
                .isRefused(na(new ItemName("isolat"), "x"), "no such item", "isolate")
                .isRefused(new IncidentCommand.Tick(new ItemName("qqqqqq")), "/incident checklist");
        Scene.declared()
                .does(new IncidentCommand.Dismiss(new FreeText("a test")))
                .isRefused(assign(ISOLATE, Scene.BEN), "INC-1 is dismissed");
    }

    @Test
    @Tag("F16")
    void a_promise_to_do_what_does_not_apply_is_no_longer_owed() {
        Scene scene = Scene.declared().does(new IncidentCommand.Confirm(Optional.empty()));
        scene.owes("status-page");
        scene.does(na(STATUS_PAGE, "only our own staff is hit"));
        assertThat(scene.happened(IncidentEvent.ObligationDropped.class))
                .extracting(IncidentEvent.ObligationDropped::why)
                .containsExactly("not applicable here");
        scene.does(new IncidentCommand.Untick(STATUS_PAGE));
        scene.owes("status-page");
    }

    @ParameterizedTest
    @Tag("F10")
    @Tag("F20")
    @CsvSource({
        "security, P0, remediation, fix restore rotate harden stable",
        "vendor, P0, remediation, fix restore rotate stable",
        "operational, P0, remediation, fix restore stable",
        "security, P0, triage, acknowledge classify severity channel call-commander",
        "security, P2, triage, acknowledge classify severity channel",
        "operational, P0, containment, isolate failover"
    })
    void the_items_are_those_that_are_meant_for_the_severity_and_the_kind(
            String kind, String severity, String phase, String items) {
        Scene scene = Scene.under("featuresignals").declares(severity, "x");
        scene.does(new IncidentCommand.Classify(new KindName(kind)));
        assertThat(
                        Checklists.meant(
                                scene.policy().phase(new PhaseName(phase)).orElseThrow(),
                                scene.incident().severity(),
                                scene.incident().header().kinds()))
                .extracting(Item::name)
                .extracting(ItemName::value)
                .containsExactly(items.split(" "));
    }

    @Test
    void every_word_of_it_stands_in_the_timeline() {
        Scene scene = Scene.declared().does(na(ISOLATE, "no network"));
        assertThat(line(scene))
                .isEqualTo(
                        "Not applicable: Cut affected systems off where that is needed, because: no"
                                + " network — UANA");
        assertThat(line(scene.does(assign(ISOLATE, Scene.BEN))))
                .isEqualTo("UBEN is to do: Cut affected systems off where that is needed — UANA");
        assertThat(line(scene.does(link(ISOLATE, "EV-3"))))
                .isEqualTo("Proof of “Cut affected systems off where that is needed”: EV-3 — UANA");
    }

    private static String line(Scene scene) {
        Happened happened =
                new Happened(scene.happened().getFirst(), Actor.person(Scene.ANA), scene.now());
        return Timeline.sentence(happened).plain(PersonId::value);
    }

    private static Scene security(String policy, String severity) {
        return Scene.under(policy)
                .declares(severity, "x")
                .does(new IncidentCommand.Confirm(Optional.of(new KindName("security"))));
    }

    private static List<Notice.Tone> tone(Scene scene) {
        return scene.effects().stream()
                .filter(Effect.Say.class::isInstance)
                .map(e -> ((Notice.Line) ((Effect.Say) e).notice()).tone())
                .toList();
    }

    private static IncidentCommand na(ItemName item, String because) {
        return new TaskCommand.RuleOut(item, FreeText.of(because));
    }

    private static IncidentCommand assign(ItemName item, PersonId person) {
        return new TaskCommand.AssignItem(item, Optional.of(person));
    }

    private static IncidentCommand link(ItemName item, String reference) {
        return new TaskCommand.LinkItem(item, FreeText.of(reference));
    }
}
