package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

/** What went out through approval keeps the rules of what is recorded by hand. */
class SubmissionStory {
    private static final String DORA =
            "Is it classified as a major ICT-related incident under DORA?";
    private static final String LATE = "If it was late: why?";

    @Test
    @Tag("F18")
    @Tag("F19")
    void an_approved_notice_that_goes_late_is_asked_why_and_is_followed_by_an_update() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            Person dora = story.person("dora");
            dora.joins(room);
            Message released = released(story, room, dora);
            story.push("PT80H");
            dora.clicks(released, "Mark as sent");
            Modal form = dora.modal().orElseThrow();
            assertThat(form.labels()).contains(LATE);
            Map<String, String> sent =
                    Map.of(
                            "By which way did it go?", "portal",
                            "To whom, or to how many?", "the authority",
                            "Where can that be seen?", "LDI-1");
            assertThat(dora.submits(form, sent).fieldErrors().values())
                    .anyMatch(words -> words.contains("the law wants the reasons"));
            Map<String, String> explained = new HashMap<>(sent);
            explained.put(LATE, "The portal was down");
            dora.submits(dora.modal().orElseThrow(), explained);
            story.soon(room, "Why it was late");
            dora.closesEverything();
            dora.types(room, "/incident notify");
            assertThat(dora.modal().orElseThrow().plainText())
                    .contains("Sent late", "draft 1", "Why it was late: The portal was down");
            assertThat(dora.modal().orElseThrow().buttons()).contains("Write another notice");
            Modal again = press(story, dora, "duty-again:gdpr-33", "Another submission");
            dora.submits(
                    again,
                    Map.of(
                            "By what can it be shown?", "LDI-2",
                            "Who approved the words?", "Lena Novak, Legal"));
            story.soon(room, "Sent again: GDPR: tell the data protection authority");
            assertThat(dora.modal().orElseThrow().plainText()).contains("Again", "LDI-2", "LDI-1");
            story.settle();
        }
    }

    @Test
    @Tag("F13")
    @Tag("F19")
    void since_when_an_answer_holds_is_said_with_it_and_corrected_later() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            Person ana = story.person("ana");
            story.push("PT3H");
            assertThat(ana.types(room, "/incident fact dora-major yes since 12:00 the call").text())
                    .contains("your time");
            story.soon(room, DORA + " Yes, since");
            ana.types(room, "/incident notify");
            Modal time = press(story, ana, "Set a time", "When was it really?");
            ana.submits(
                    time,
                    Map.of("What happened then?", DORA, "How do we know?", "minutes of the board"));
            story.soon(room, "minutes of the board");
            story.settle();
        }
    }

    private static Channel declared(Story story) {
        Person ana = story.person("ana");
        ana.types(story.channel("general"), "/incident declare P0 Bucket was public");
        Channel room = story.soon("inc-1-bucket-was-public");
        story.card(room);
        return room;
    }

    /** The message that says that the notice for the authority may be sent. */
    private static Message released(Story story, Channel room, Person dora) {
        dora.types(room, "/incident notify");
        press(story, dora, "draft:gdpr-33", "Write a notice");
        dora.submits(
                dora.modal().orElseThrow(), Map.of("What is it for?", "Customer breach notice"));
        dora.submits(
                dora.modal().orElseThrow(),
                Map.of(
                        "Text",
                        "A bucket was public.",
                        "When this is saved",
                        "Ask for review at once"));
        Message asked = story.soon(room, "waits for approval by");
        dora.closesEverything();
        Person lena = story.person("lena");
        lena.types(story.channel("general"), "/incident approve INC-1");
        lena.submits(lena.modal().orElseThrow(), Map.of());
        assertThat(asked.plainText()).contains("N-1");
        Person cleo = story.person("cleo");
        cleo.clicks(story.soon(room, "it can be released"), "Release");
        cleo.submits(cleo.modal().orElseThrow(), Map.of());
        return story.soon(room, "may be sent now");
    }

    /** Presses a button in the sheet, which then turns into a form. */
    private static Modal press(Story story, Person person, String button, String title) {
        person.clicksIn(person.modal().orElseThrow(), button);
        story.eventually(
                "the form “" + title + "”",
                () -> person.modal().filter(m -> m.title().equals(title)).isPresent());
        return person.modal().orElseThrow();
    }
}
