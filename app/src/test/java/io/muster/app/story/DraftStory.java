package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Map;

/** A notice on its way out of the building: Dora writes, Lena is Legal, Cleo commands. */
class DraftStory {
    private static final String WORDS =
            "We are looking into odd logins at <https://shop.example>. *No* action needed.";

    @ParameterizedTest
    @Tag("F18")
    @Tag("S11")
    @EnumSource(Transport.class)
    void a_notice_is_written_approved_released_and_sent(Transport transport) {
        try (Story story = Story.begin("featuresignals", transport)) {
            Channel room = declared(story);
            write(story, room, WORDS);
            Message asked = dm(story, "lena", "Your approval is needed");
            assertThat(asked.plainText())
                    .contains("N-1 Customer breach notice", "as Legal counsel", "*No* action");
            Person lena = story.person("lena");
            lena.clicks(asked, "Approve");
            Modal approving = lena.modal().orElseThrow();
            assertThat(approving.plainText()).contains("*No* action needed", "exactly this text");
            lena.submits(approving, Map.of());
            Message approved = story.soon(room, "it can be released");
            story.eventually(
                    "the request is settled",
                    () -> dm(story, "lena", "Approved by").buttons().isEmpty());
            Person cleo = story.person("cleo");
            assertThat(story.person("dora").clicks(approved, "Release").text()).isEmpty();
            Modal notHers = story.person("dora").modal().orElseThrow();
            story.person("dora").submits(notHers, Map.of());
            assertThat(story.person("dora").modal().orElseThrow().plainText())
                    .contains("Only the incident commander may release drafts");
            cleo.clicks(approved, "Release");
            cleo.submits(cleo.modal().orElseThrow(), Map.of());
            Message released = story.soon(room, "may be sent now");
            Person dora = story.person("dora");
            dora.closesEverything();
            dora.clicks(released, "Mark as sent");
            Modal sending = dora.modal().orElseThrow();
            Map<String, String> form =
                    Map.of(
                            "By which way did it go?", "Email",
                            "To whom, or to how many?", "120 customers",
                            "Where can that be seen?", "https://mail.example/7");
            Map<String, String> wrong = new java.util.HashMap<>(form);
            wrong.put("What exactly was sent?", "Nothing happened.");
            assertThat(dora.submits(sending, wrong).fieldErrors().toString())
                    .contains("not what was approved");
            Map<String, String> right = new java.util.HashMap<>(form);
            right.put("What exactly was sent?", copied(approving.plainText()));
            dora.submits(sending, right);
            Message sent = story.soon(room, "marked as sent");
            assertThat(sent.plainText())
                    .contains("120 customers", "https://mail.example/7", "compared");
        }
    }

    @Test
    @Tag("F18")
    void changes_are_asked_for_and_a_changed_text_is_read_anew() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            write(story, room, WORDS);
            Person lena = story.person("lena");
            lena.clicks(dm(story, "lena", "Your approval is needed"), "Ask for changes");
            lena.submits(
                    lena.modal().orElseThrow(), Map.of("What has to change?", "Name the day."));
            Message changes = story.soon(room, "asks for changes");
            Person dora = story.person("dora");
            dora.clicks(changes, "Edit");
            Modal edit = dora.modal().orElseThrow();
            assertThat(edit.plainText()).contains("Name the day.");
            dora.submits(
                    edit,
                    Map.of(
                            "Text", "On Monday we saw odd logins.",
                            "When this is saved", "Ask for review at once"));
            Message again = dm(story, "lena", "On Monday we saw odd logins.");
            lena.clicks(again, "Approve");
            dora.types(room, "/incident approve N-1");
            dora.clicksIn(dora.modal().orElseThrow(), "Edit");
            story.eventually(
                    "the form is there",
                    () -> dora.modal().filter(m -> m.title().startsWith("Edit")).isPresent());
            dora.submits(dora.modal().orElseThrow(), Map.of("Text", "On Tuesday."));
            lena.submits(lena.modal().orElseThrow(), Map.of());
            assertThat(lena.modal().orElseThrow().plainText())
                    .contains("was changed after you opened it, by @Dora Quinn", "On Tuesday.");
        }
    }

    @Test
    @Tag("F18")
    void whoever_is_asked_finds_it_in_the_home_and_by_typing_and_is_reminded() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            write(story, room, WORDS);
            dm(story, "lena", "Your approval is needed");
            Person lena = story.person("lena");
            lena.opensHome();
            story.eventually(
                    "the Home shows it",
                    () -> lena.home().plainText().contains("Waiting for your approval"));
            assertThat(lena.home().plainText()).contains("N-1 Customer breach notice");
            assertThat(lena.types(story.channel("general"), "/incident approve").text())
                    .contains("Customer breach notice");
            assertThat(story.person("kim").opensHome().plainText())
                    .doesNotContain("Waiting for your approval");
            story.push("PT61M");
            Message reminder = dm(story, "lena", "Review of N-1");
            assertThat(reminder.buttons()).contains("Read and approve");
            story.push("PT61M");
            assertThat(dm(story, "cleo", "Review of N-1").plainText()).contains("Escalation");
            lena.types(room, "/incident approve");
            lena.submits(lena.modal().orElseThrow(), Map.of());
            story.soon(room, "it can be released");
            story.eventually(
                    "the reminder is settled",
                    () -> dm(story, "lena", "Review of N-1").plainText().contains("Done by"));
        }
    }

    @Test
    @Tag("F18")
    void an_approver_whose_account_is_closed_is_followed_by_the_next_holder_of_the_role() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            write(story, room, WORDS);
            Message asked = dm(story, "lena", "Your approval is needed");
            assertThat(asked.buttons()).contains("Approve");
            story.sandbox().workspace().deactivate(story.person("lena"));
            story.soon(room, "nobody who did not write it holds the role Legal counsel");
            Person cleo = story.person("cleo");
            cleo.types(room, "/incident assign legal @ciro");
            Message passedOn = dm(story, "ciro", "Your approval is needed");
            story.soon(room, "waits for @Ciro Vitale (Legal counsel) now");
            Person ciro = story.person("ciro");
            ciro.clicks(passedOn, "Approve");
            ciro.submits(ciro.modal().orElseThrow(), Map.of());
            story.soon(room, "it can be released");
        }
    }

    @Test
    void a_long_text_can_be_read_in_full() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            Person dora = story.person("dora");
            dora.types(room, "/incident draft customer-breach");
            String first = "First. " + "x".repeat(2_900);
            String second = "Second. " + "&".repeat(2_900) + " The very end.";
            dora.submits(
                    dora.modal().orElseThrow(),
                    Map.of(
                            "To whom?",
                            "All",
                            "Text",
                            first,
                            "More text",
                            second,
                            "When this is saved",
                            "Ask for review at once"));
            Message asked = dm(story, "lena", "Your approval is needed");
            assertThat(asked.plainText()).contains("characters more").doesNotContain("very end");
            Person lena = story.person("lena");
            lena.clicks(asked, "Read all");
            assertThat(lena.modal().orElseThrow().plainText()).contains("The very end.");
            dora.types(room, "/incident approve N-1");
            dora.clicksIn(dora.modal().orElseThrow(), "Edit");
            story.eventually(
                    "the form is there",
                    () -> dora.modal().filter(m -> m.title().startsWith("Edit")).isPresent());
            Modal edit = dora.modal().orElseThrow();
            assertThat(edit.value("Text").toString()).contains("First.");
            assertThat(edit.value("More text").toString()).contains("The very end.");
        }
    }

    @Test
    void a_template_is_chosen_and_must_be_filled_in_before_review() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            Person dora = story.person("dora");
            dora.clicks(story.card(room), "Notices");
            dora.clicksIn(dora.modal().orElseThrow(), "Write a notice");
            story.eventually(
                    "the choice is there",
                    () ->
                            dora.modal()
                                    .filter(m -> m.labels().contains("What is it for?"))
                                    .isPresent());
            dora.submits(dora.modal().orElseThrow(), Map.of("What is it for?", "Regulator notice"));
            Modal form = dora.modal().orElseThrow();
            assertThat(form.value("Text").toString()).contains("Nature of the breach: [fill in");
            assertThat(
                            dora.submits(
                                            form,
                                            Map.of("When this is saved", "Ask for review at once"))
                                    .fieldErrors()
                                    .toString())
                    .contains("fill in or take out what is in brackets");
            assertThat(dora.types(room, "/incident draft poetry").text())
                    .contains("no kind of notice called", "status-page");
        }
    }

    private static Channel declared(Story story) {
        story.person("ana").types(story.channel("general"), "/incident declare P0 Odd logins");
        Channel room = story.soon("inc-1-odd-logins");
        story.card(room);
        return room;
    }

    private static void write(Story story, Channel room, String text) {
        Person dora = story.person("dora");
        dora.types(room, "/incident draft customer-breach");
        Modal form = dora.modal().orElseThrow();
        assertThat(form.value("Text").toString()).contains("[fill in: what happened]");
        dora.submits(form, Map.of("Text", text, "When this is saved", "Ask for review at once"));
        story.soon(room, "waits for approval by");
    }

    /** The line of the notice as somebody would copy it from the screen. */
    private static String copied(String shown) {
        return shown.lines().filter(l -> l.contains("odd logins at")).findFirst().orElseThrow();
    }

    private static Message dm(Story story, String handle, String words) {
        story.eventually(
                handle + " hears “" + words + "”",
                () ->
                        story.person(handle).directMessages().stream()
                                .anyMatch(m -> m.plainText().contains(words)));
        return story.person(handle).directMessages().stream()
                .filter(m -> m.plainText().contains(words))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
