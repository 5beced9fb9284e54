package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What goes wrong among people, and what each of them is told of it. */
class MustShowStory {
    @Test
    @Tag("F18")
    void two_people_approve_at_once_and_both_approvals_stand() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            write(story, room, "cleo", "publication");
            Person lena = story.person("lena");
            Person dora = story.person("dora");
            lena.clicks(asked(story, lena), "Approve");
            dora.clicks(asked(story, dora), "Approve");
            CompletableFuture<Void> one =
                    CompletableFuture.runAsync(
                            () -> lena.submits(lena.modal().orElseThrow(), Map.of()));
            CompletableFuture<Void> two =
                    CompletableFuture.runAsync(
                            () -> dora.submits(dora.modal().orElseThrow(), Map.of()));
            CompletableFuture.allOf(one, two).join();
            story.soon(room, "it can be released");
            story.settle();
            assertThat(story.count(room, "it can be released")).isEqualTo(1);
            Person cleo = story.person("cleo");
            cleo.types(room, "/incident approve N-1");
            assertThat(cleo.modal().orElseThrow().plainText())
                    .contains("@Lena Novak", "@Dora Quinn");
        }
    }

    @Test
    @Tag("F18")
    void the_author_is_told_who_else_has_to_approve() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            story.person("cleo").types(room, "/incident assign legal @dora");
            story.settle();
            write(story, room, "lena", "customer-breach");
            Person lena = story.person("lena");
            lena.types(room, "/incident approve N-1");
            Modal sheet = lena.modal().orElseThrow();
            assertThat(sheet.plainText()).contains("@Dora Quinn");
            assertThat(sheet.blocks().findValuesAsString("action_id"))
                    .as("she is not asked to approve her own words")
                    .noneMatch(id -> id.startsWith("draft-approve"));
            story.person("dora").types(room, "/incident approve N-1");
            Modal others = story.person("dora").modal().orElseThrow();
            assertThat(others.blocks().findValuesAsString("action_id"))
                    .as("whoever else holds the role is")
                    .anyMatch(id -> id.startsWith("draft-approve"));
        }
    }

    @Test
    @Tag("F18")
    void an_approved_notice_that_is_edited_says_whose_approval_is_gone_and_cannot_be_sent() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            write(story, room, "dora", "customer-breach");
            Person lena = story.person("lena");
            lena.clicks(asked(story, lena), "Approve");
            lena.submits(lena.modal().orElseThrow(), Map.of());
            Message approved = story.soon(room, "it can be released");
            Person dora = story.person("dora");
            dora.types(room, "/incident approve N-1");
            dora.clicksIn(dora.modal().orElseThrow(), "Edit");
            story.eventually(
                    "the form is there",
                    () -> dora.modal().filter(m -> m.title().startsWith("Edit")).isPresent());
            dora.submits(dora.modal().orElseThrow(), Map.of("Text", "Other words."));
            story.soon(room, "The approval of @Lena Novak was for other words");
            Person cleo = story.person("cleo");
            cleo.clicks(approved, "Release");
            String told =
                    cleo.modal().map(Modal::plainText).orElse("")
                            + cleo.ephemerals(room).stream()
                                    .map(Message::plainText)
                                    .reduce("", String::concat);
            assertThat(told).containsAnyOf("not approved", "was changed", "Other words.");
            assertThat(story.count(room, "may be sent now")).isZero();
        }
    }

    @Test
    @Tag("S04")
    void a_role_that_nobody_holds_is_said_to_whoever_calls_it_with_the_way_out() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            Person ana = story.person("ana");
            assertThat(ana.types(room, "/incident page scribe take notes").text())
                    .contains("Nobody")
                    .contains("/incident assign scribe @person");
            ana.types(room, "/incident assign scribe @kim");
            story.soon(room, "@Kim Ferreira is now Scribe");
            ana.types(room, "/incident page scribe take notes");
            story.settle();
            assertThat(story.person("kim").directMessages())
                    .anyMatch(m -> m.plainText().contains("You are called as Scribe"));
        }
    }

    private static Channel declared(Story story) {
        story.person("ana").types(story.channel("general"), "/incident declare P0 Odd logins");
        Channel room = story.soon("inc-1-odd-logins");
        story.card(room);
        return room;
    }

    static void write(Story story, Channel room, String author, String purpose) {
        Person person = story.person(author);
        person.types(room, "/incident draft " + purpose);
        person.submits(
                person.modal().orElseThrow(),
                Map.of(
                        "Subject", "Odd logins",
                        "Text", "We saw odd logins. No action needed.",
                        "When this is saved", "Ask for review at once"));
        person.closesEverything();
        story.soon(room, "waits for approval");
    }

    private static Message asked(Story story, Person person) {
        story.eventually(
                person + " is asked",
                () ->
                        person.directMessages().stream()
                                .anyMatch(m -> m.plainText().contains("approval is needed")));
        return person.directMessages().stream()
                .filter(m -> m.plainText().contains("approval is needed"))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
