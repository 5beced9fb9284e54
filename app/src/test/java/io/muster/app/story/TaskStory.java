package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.ApiCall;
import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

/** Checklists, gates and facts, as people meet them in Slack. */
class TaskStory {
    @Test
    @Tag("F10")
    @Tag("F20")
    void a_tired_person_works_through_a_checklist() {
        try (Story story = Story.begin()) {
            Channel room = declared(story, "P0", "operational");
            Person ana = story.person("ana");
            ana.types(room, "/incident checklist remediation");
            assertThat(ana.modal().orElseThrow().plainText()).contains("Remediation & Recovery");
            ana.selectsIn(
                    ana.modal().orElseThrow(),
                    "tick:remediation/0",
                    "Deploy the fix and prove that it works (required)");
            story.eventually(
                    "who and when is shown",
                    () ->
                            ana.modal()
                                    .orElseThrow()
                                    .plainText()
                                    .contains(
                                            "☑️ Deploy the fix and prove that it works: @Ana Ruiz"));
            ana.clicksIn(ana.modal().orElseThrow(), "Containment 0/2");
            story.eventually(
                    "the sheet turns",
                    () ->
                            ana.modal()
                                    .orElseThrow()
                                    .plainText()
                                    .contains("Containment · not started"));
            ana.selectsIn(
                    ana.modal().orElseThrow(),
                    "checklist-item:containment",
                    "Cut affected systems off where that is needed");
            story.eventually(
                    "the item's form is there",
                    () -> ana.modal().orElseThrow().submitLabel().equals("Save"));
            Modal item = ana.modal().orElseThrow();
            assertThat(ana.submits(item, Map.of("State", "Not applicable here")).fieldErrors())
                    .containsKey("If it is not applicable: why?");
            ana.submits(
                    ana.modal().orElseThrow(),
                    Map.of(
                            "State", "Not applicable here",
                            "If it is not applicable: why?", "one host, and it is gone",
                            "Proof: a link, an evidence number, a ticket", "https://wiki/net/7"));
            assertThat(ana.modal().orElseThrow().plainText())
                    .contains("not applicable, because: one host, and it is gone", "wiki/net/7")
                    .contains("1/2 settled");
            story.soon(room, "Not applicable: Cut affected systems off where that is needed");
            story.settle();
            assertThat(story.card(room).plainText())
                    .contains("Containment 1/2", "Remediation & Recovery 1/3");
        }
    }

    @Test
    @Tag("F10")
    void somebody_who_is_asked_to_do_an_item_sees_it_until_it_is_done() {
        try (Story story = Story.begin()) {
            Channel room = declared(story, "P0", "operational");
            Person ana = story.person("ana");
            Person ben = story.person("ben");
            ana.types(room, "/incident task assign isolate @ben");
            story.soon(room, "@Ben").plainText();
            story.settle();
            assertThat(room.members()).contains(ben.id());
            ben.opensHome();
            story.eventually(
                    "the Home shows it", () -> ben.home().plainText().contains("Assigned to you"));
            assertThat(ben.home().plainText())
                    .contains("Cut affected systems off where that is needed");
            assertThat(ben.types(room, "/incident task link isolate EV-3").text())
                    .contains("Linked");
            assertThat(ben.types(room, "/incident task done isol").text()).contains("Ticked");
            assertThat(ben.types(room, "/incident task done isolate").text())
                    .contains("That item was ticked by");
            ben.opensHome();
            story.eventually(
                    "nothing is left to do",
                    () -> !ben.home().plainText().contains("Assigned to you"));
            assertThat(ana.types(room, "/incident task na failover").text()).contains("Say why");
            assertThat(ana.types(room, "/incident task assign failover").text())
                    .contains("Say who");
            assertThat(ana.types(room, "/incident task done nonsens").text())
                    .contains("no such item");
        }
    }

    @Test
    @Tag("F10")
    void a_press_on_an_old_sheet_undoes_nothing_that_others_did() {
        try (Story story = Story.begin()) {
            Channel room = declared(story, "P0", "operational");
            Person ana = story.person("ana");
            Person ben = story.person("ben");
            ana.types(room, "/incident task assign isolate @ben");
            story.eventually("Ben is in", () -> room.has(ben));
            ana.types(room, "/incident checklist containment");
            Modal old = ana.modal().orElseThrow();
            ben.types(room, "/incident task done isolate");
            ana.selectsIn(
                    old,
                    "tick:containment/0",
                    "Switch to the standby if the primary can no longer be trusted");
            story.eventually(
                    "both are done",
                    () -> ana.modal().orElseThrow().plainText().contains("2/2 settled"));
        }
    }

    @Test
    @Tag("F10")
    void a_slow_answer_does_not_take_away_what_was_opened_after_it() {
        try (Story story = Story.begin()) {
            Channel room = declared(story, "P0", "operational");
            Person ana = story.person("ana");
            ana.types(room, "/incident checklist containment");
            Modal sheet = ana.modal().orElseThrow();
            story.sandbox().faults().latency("views.update", Duration.ofSeconds(1));
            ana.selectsIn(
                    sheet,
                    "tick:containment/0",
                    "Switch to the standby if the primary can no longer be trusted");
            story.eventually(
                    "the sheet is on its way",
                    () -> !story.sandbox().calls("views.update").isEmpty());
            story.sandbox().faults().latency("views.update", Duration.ZERO);
            ana.selectsIn(
                    sheet,
                    "checklist-item:containment",
                    "Cut affected systems off where that is needed");
            story.eventually(
                    "both have been shown",
                    () ->
                            story.sandbox().calls("views.update").stream()
                                            .filter(ApiCall::ok)
                                            .count()
                                    == 2);
            assertThat(ana.modal().orElseThrow().submitLabel()).isEqualTo("Save");
        }
    }

    @Test
    @Tag("S07")
    @Tag("S06")
    void a_closed_gate_shows_what_is_missing_and_the_commander_goes_on_with_a_reason() {
        try (Story story = Story.begin("soc2-irp-001", Transport.HTTP)) {
            Channel room = declared(story, "P1", "security");
            Person ana = story.person("ana");
            Person ciro = story.person("ciro");
            ana.clicks(story.card(room), "Start Eradicate");
            Modal gate = ana.modal().orElseThrow();
            assertThat(gate.plainText())
                    .contains("Eradicate cannot be started yet", "Evidence before remediation")
                    .contains("dump the full memory of every affected system");
            assertThat(gate.submitLabel()).isEqualTo("Override with reason");
            String why = "Override: why go on without it?";
            assertThat(ana.submits(gate, Map.of(why, "no time")).fieldErrors().get(why))
                    .contains("Only the incident commander may go past a gate");
            ana.clicksIn(ana.modal().orElseThrow(), "Go to the checklist");
            story.eventually(
                    "the checklist takes its place",
                    () -> ana.modal().orElseThrow().title().equals("INC-1 checklist"));
            ana.closesEverything();
            assertThat(ana.types(room, "/incident phase eradicate start").text())
                    .contains(
                            "Eradicate cannot be started yet",
                            "/incident phase eradicate start override: <reason>");
            ciro.clicks(story.card(room), "Start Eradicate");
            ciro.submits(ciro.modal().orElseThrow(), Map.of(why, "it spreads every minute"));
            assertThat(story.soon(room, "Gate overridden by").plainText())
                    .contains("starting Eradicate", "7 items open", "it spreads every minute");
            story.soon(room, "Eradicate started by");
            ana.types(room, "/incident timeline");
            assertThat(ana.modal().orElseThrow().plainText())
                    .contains("Gate overridden by starting Eradicate: Evidence before remediation");
        }
    }

    @Test
    @Tag("S06")
    void a_tick_that_a_gate_refuses_is_explained_on_the_sheet_and_stays_open() {
        try (Story story = Story.begin("soc2-irp-001", Transport.HTTP)) {
            Channel room = declared(story, "P1", "security");
            Person ana = story.person("ana");
            ana.types(room, "/incident checklist recover");
            assertThat(ana.modal().orElseThrow().plainText())
                    .contains("🔒 No attacker left behind: before it starts, 1 of 1 still open");
            ana.selectsIn(
                    ana.modal().orElseThrow(),
                    "tick:recover/0",
                    "Bring systems back from clean backups");
            story.eventually(
                    "the refusal is on the sheet",
                    () ->
                            ana.modal()
                                    .orElseThrow()
                                    .plainText()
                                    .contains("Sound backups before restoring waits for"));
            assertThat(ana.modal().orElseThrow().plainText()).contains("0/5 settled");
        }
    }

    @Test
    @Tag("F13")
    void facts_are_recorded_and_corrected_in_one_form() {
        try (Story story = Story.begin()) {
            Channel room = declared(story, "P0", "security");
            Person ana = story.person("ana");
            story.push("PT2H");
            ana.clicks(story.card(room), "Facts");
            Modal form = ana.modal().orElseThrow();
            assertThat(form.labels())
                    .contains("Is personal data affected?", "It began", "Contained")
                    .doesNotContain("Resolved", "Closed");
            assertThat(
                            ana.submits(form, Map.of("It began", "2037-01-01T00:00:00Z"))
                                    .fieldErrors()
                                    .get("It began"))
                    .contains("that is in the future");
            ana.closesEverything();
            ana.clicks(story.card(room), "Facts");
            ana.submits(
                    ana.modal().orElseThrow(),
                    Map.of(
                            "Which systems are affected?", "checkout-api",
                            "Is personal data affected?", "Yes"));
            story.soon(room, "Systems: checkout-api");
            story.soon(room, "Is personal data affected? Yes");
            ana.types(room, "/incident facts");
            ana.submits(
                    ana.modal().orElseThrow(),
                    Map.of("Which systems are affected?", "checkout-api and billing"));
            story.soon(room, "Systems, corrected: checkout-api and billing");
            assertThat(story.count(room, "Is personal data affected?"))
                    .as("only what was changed is a new fact")
                    .isEqualTo(1);
            ana.types(room, "/incident timeline");
            assertThat(ana.modal().orElseThrow().plainText())
                    .contains(
                            "Systems: checkout-api",
                            "Systems, corrected: checkout-api and billing");
        }
    }

    @Test
    @Tag("F13")
    void facts_can_be_typed() {
        try (Story story = Story.begin()) {
            Channel room = declared(story, "P0", "security");
            Person ana = story.person("ana");
            assertThat(ana.types(room, "/incident fact personal-data unknown still looking").text())
                    .contains("Recorded");
            assertThat(ana.types(room, "/incident fact cause a full disk").text())
                    .contains("Recorded");
            assertThat(ana.types(room, "/incident fact occurred 2020-03-04 09:40 log line").text())
                    .as("read by the clock on her wall, which is in Madrid, and said back in both")
                    .contains("Recorded: ", "your time", "which is 4 Mar 2020 08:40 UTC");
            assertThat(ana.types(room, "/incident fact detected 2020-07-04 09:40 UTC").text())
                    .contains("which is 4 Jul 2020 09:40 UTC");
            story.soon(room, "Occurred: ");
            assertThat(ana.types(room, "/incident fact occurred 1999-03-04 09:40").text())
                    .contains("look at the year again");
            assertThat(ana.types(room, "/incident fact occurred tomorrow").text())
                    .contains("Say which fact");
            assertThat(ana.types(room, "/incident fact nonsense x").text())
                    .contains("Say which fact", "personal-data");
        }
    }

    private static Channel declared(Story story, String severity, String kind) {
        Person ana = story.person("ana");
        ana.types(story.channel("general"), "/incident declare " + severity + " Checkout is down");
        Channel room = story.soon("inc-1-checkout-is-down");
        story.card(room);
        ana.types(room, "/incident confirm " + kind);
        story.settle();
        return room;
    }
}
