package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Modal;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Ana has a form open while Ben works: what she left alone in it undoes nothing that he did. */
class MeanwhileStory {
    private static final String PERSONAL_DATA = "Is personal data affected?";
    private static final String ISOLATE = "Cut affected systems off where that is needed";
    private static final String STANDBY =
            "Switch to the standby if the primary can no longer be trusted";
    private static final String PROOF = "Proof: a link, an evidence number, a ticket";

    @Test
    @Tag("F15")
    void an_answer_that_was_left_as_it_stood_does_not_stop_the_clock_of_the_new_one() {
        try (Story story = Story.begin()) {
            Acting incident = both(story);
            incident.types("ana", "fact personal-data no test data only");
            incident.sheet("ana", "notify");
            Modal form = incident.press("ana", "duty-answer", "Questions");
            incident.types("ben", "fact personal-data yes the logs show names");
            story.soon(incident.room(), PERSONAL_DATA + " Yes");
            incident.submits("ana", Map.of(other(form), "No"));
            String sheet = incident.open("ana").plainText();
            assertThat(sheet)
                    .contains("GDPR: tell the data protection authority", "3 days left")
                    .doesNotContain("answered no: " + PERSONAL_DATA);
            assertThat(story.count(incident.room(), PERSONAL_DATA + " No")).isOne();
        }
    }

    @Test
    @Tag("F10")
    void whoever_adds_a_proof_to_an_item_neither_opens_it_again_nor_takes_it_from_anybody() {
        try (Story story = Story.begin()) {
            Acting incident = both(story);
            item(incident, STANDBY);
            incident.types("ben", "task assign failover @eli");
            incident.types("ben", "task done failover", "Ticked");
            incident.submits("ana", Map.of(PROOF, "https://wiki/net/7"));
            assertThat(incident.open("ana").plainText())
                    .contains("☑️ Switch to the standby", ": @Ben Okafor", "wiki/net/7");
            item(incident, ISOLATE);
            incident.types("ben", "task na isolate one host, and it is gone");
            incident.submits("ana", Map.of("Who does it?", "@eli"));
            assertThat(incident.open("ana").plainText())
                    .as("the state that she saw is not what she said")
                    .contains("➖ Cut affected systems off", "one host, and it is gone")
                    .doesNotContain("☐ Cut affected systems off");
        }
    }

    @Test
    @Tag("F04")
    @Tag("F23")
    void roles_and_action_items_keep_what_somebody_else_gave_them() {
        try (Story story = Story.begin()) {
            Acting incident = both(story);
            incident.types("ana", "assign comms @eli");
            story.soon(incident.room(), "@Eli Tanaka is now Communications lead");
            incident.sheet("ana", "assign");
            incident.types("ben", "assign comms @dora");
            story.soon(incident.room(), "@Dora Quinn is now Communications lead");
            incident.submits("ana", Map.of("Scribe", "@kim"));
            story.soon(incident.room(), "@Kim Ferreira is now Scribe");
            story.settle();
            assertThat(story.count(incident.room(), "@Eli Tanaka is now Communications lead"))
                    .isOne();
            incident.types("ana", "action add Alert when a disk is 80 % full @ben by in 2 weeks");
            incident.sheet("ana", "actions");
            incident.press("ana", "Change", "INC-1 action 1");
            incident.types("ben", "action owner 1 @kim she knows the disks");
            incident.submits(
                    "ana",
                    Map.of("How will we know that it is done?", "The alert fires in a test"));
            assertThat(incident.open("ana").plainText()).contains("@Kim Ferreira");
        }
    }

    @Test
    @Tag("F02")
    @Tag("F27")
    void a_severity_and_a_vendor_that_changed_meanwhile_are_shown_before_they_are_changed_again() {
        try (Story story = Story.begin()) {
            Acting incident = both(story);
            incident.sheet("ana", "severity");
            incident.types("ben", "severity P0 it spread", "P0 now");
            incident.submits("ana", Map.of("New severity", "P2 · Moderate", "Why?", "few users"));
            assertThat(incident.open("ana").plainText())
                    .contains("Somebody changed it while this form was open", "it is now P0");
            assertThat(incident.open("ana").value("Why?").toString()).contains("few users");
            incident.submits("ana", Map.of("New severity", "P2 · Moderate", "Why?", "few users"));
            story.soon(incident.room(), "few users");
            incident.types("ana", "vendor Acme Mail");
            incident.sheet("ana", "vendor");
            incident.types("ben", "vendor Globex");
            incident.submits("ana", Map.of());
            assertThat(incident.open("ana").plainText())
                    .contains("Somebody named another vendor while this form was open: Globex");
        }
    }

    @Test
    @Tag("F14")
    void the_form_that_places_a_legal_hold_never_ends_one() {
        try (Story story = Story.begin()) {
            Acting incident = both(story);
            incident.person("lena").joins(incident.room());
            incident.sheet("lena", "evidence");
            incident.press("lena", "Legal hold", "Legal hold");
            incident.types("ben", "evidence hold a lawsuit is likely");
            assertThat(
                            incident.person("lena")
                                    .submits(
                                            incident.open("lena"),
                                            Map.of("Why, and who ordered it?", "a lawsuit"))
                                    .fieldErrors()
                                    .toString())
                    .contains("A legal hold stands already");
        }
    }

    private static void item(Acting incident, String item) {
        incident.sheet("ana", "checklist containment");
        incident.person("ana").selectsIn(incident.open("ana"), "checklist-item:containment", item);
        incident.story()
                .eventually(
                        "the item's form is there",
                        () -> incident.open("ana").submitLabel().equals("Save"));
    }

    private static String other(Modal form) {
        List<String> labels = form.labels();
        return labels.stream()
                .filter(label -> !label.equals(PERSONAL_DATA) && label.endsWith("?"))
                .findFirst()
                .orElseThrow();
    }

    private static Acting both(Story story) {
        Acting incident = Acting.declared(story, "ana", "P1 Checkout is down");
        incident.types("ana", "confirm operational");
        incident.person("ben").joins(incident.room());
        story.settle();
        return incident;
    }
}
