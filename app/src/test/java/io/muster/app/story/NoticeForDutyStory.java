package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Modal;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

/** A notice that was not begun at a clock of law still stops it. */
class NoticeForDutyStory {
    private static final String GDPR = "GDPR: tell the data protection authority";
    private static final String WHICH = "Which duty does it answer?";

    @Test
    @Tag("F15")
    @Tag("F18")
    void a_notice_that_somebody_typed_for_names_the_duty_that_it_answers() {
        try (Story story = Story.begin("soc2-irp-001", Transport.HTTP)) {
            Acting incident = breach(story);
            incident.types("dora", "draft regulator");
            assertThat(incident.open("dora").options(WHICH)).contains(GDPR);
            write(incident, Map.of(WHICH, GDPR));
            incident.sheet("dora", "notify");
            assertThat(incident.open("dora").plainText()).doesNotContain("Other notices");
            send(incident);
            Modal sheet = incident.sheet("dora", "notify");
            assertThat(sheet.blocks().toString())
                    .contains("duty-back:gdpr-33")
                    .doesNotContain("duty-sent:gdpr-33");
            assertThat(sheet.plainText()).contains("https://portal.example/7");
            incident.sheet("dora", "draft regulator");
            assertThat(incident.open("dora").options(WHICH))
                    .as("what is answered is not offered again")
                    .isNotEmpty()
                    .doesNotContain(GDPR);
        }
    }

    @Test
    @Tag("F15")
    @Tag("F18")
    void a_notice_that_named_no_duty_is_no_notice_past_the_approval() {
        try (Story story = Story.begin("soc2-irp-001", Transport.HTTP)) {
            Acting incident = breach(story);
            incident.types("dora", "draft regulator");
            write(incident, Map.of());
            send(incident);
            incident.person("lena").joins(incident.room());
            incident.sheet("lena", "notify");
            Modal form = incident.press("lena", "duty-sent:gdpr-33", "Record submission");
            assertThat(
                            incident.person("lena")
                                    .submits(form, Map.of("By what can it be shown?", "LDI-4711"))
                                    .fieldErrors())
                    .containsOnlyKeys("If it was none of these: who approved the words?");
            String notice = form.options("Was it one of these?").getFirst();
            assertThat(notice).startsWith("N-1 ");
            incident.submits(
                    "lena", Map.of("Was it one of these?", notice, "By what can it be shown?", ""));
            assertThat(incident.soon("Sent: " + GDPR).plainText())
                    .contains("https://portal.example/7");
            story.settle();
            assertThat(story.count(incident.room(), "Sent outside Muster")).isZero();
        }
    }

    private static Acting breach(Story story) {
        Acting incident = Acting.declared(story, "ana", "P1 Database dumped");
        incident.types("ana", "confirm security");
        incident.types("ana", "assign commander @cleo");
        incident.types("ana", "assign comms @dora");
        incident.types("ana", "fact personal-data yes the dump has names");
        story.settle();
        return incident;
    }

    private static void write(Acting incident, Map<String, String> more) {
        Map<String, String> form = new HashMap<>(more);
        form.put("To whom?", "The data protection authority");
        form.put("Text", "On 4 March a database was dumped.");
        form.put("When this is saved", "Ask for review at once");
        incident.submits("dora", form);
        incident.soon("waits for approval by");
    }

    private static void send(Acting incident) {
        incident.person("lena").joins(incident.room());
        incident.types("lena", "approve N-1");
        incident.person("lena").clicksIn(incident.open("lena"), "Approve");
        incident.story()
                .eventually(
                        "the words to approve",
                        () -> incident.open("lena").submitLabel().equals("Approve"));
        incident.submits("lena", Map.of());
        Message approved = incident.soon("it can be released");
        incident.answers("cleo", approved, "Release", Map.of());
        incident.person("dora").closesEverything();
        incident.answers(
                "dora",
                incident.soon("may be sent now"),
                "Mark as sent",
                Map.of(
                        "By which way did it go?", "The authority's portal",
                        "To whom, or to how many?", "The authority",
                        "Where can that be seen?", "https://portal.example/7"));
        incident.soon("marked as sent");
        incident.person("lena").closesEverything();
    }
}
