package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.ApiCall;
import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;
import io.muster.app.sandbox.Reply;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A suspicion stays among the few whom the policy names; nobody else sees a word of it. */
class PrivateStory {
    private static final String CANARY = "zanzibar-canary";

    /** What goes on after the number, so that it comes as far as the desk. */
    private static final List<String> MORE =
            List.of(
                    "note # hello",
                    "severity # P0 it is worse",
                    "assign # comms @kim",
                    "page # comms now",
                    "escalate # now",
                    "resolve # done",
                    "close # override: done",
                    "dismiss # not one",
                    "reopen # came back",
                    "confirm # security",
                    "phase # start containment",
                    "task # done 1",
                    "fact # customers 3",
                    "ticket # https://tickets.example.com/1");

    /** What would begin something of its own, whatever number follows. */
    private static final Set<String> BEGINS_SOMETHING = Set.of("declare", "report", "drill");

    @Test
    @Tag("F02")
    void a_private_report_is_seen_by_those_who_handle_it_and_by_nobody_else() {
        try (Story story = Story.begin()) {
            Person otto = story.person("otto");
            Reply reply =
                    otto.types(
                            story.channel("general"),
                            "/incident report " + CANARY + " in a public bucket");
            assertThat(reply.text())
                    .contains("is reported in private")
                    .contains("Security contact: security@featuresignals.com");
            Channel room = story.soon("sec-1");
            assertThat(room.isPrivate()).isTrue();
            story.card(room);
            story.settle();
            assertThat(room.has(otto)).isTrue();
            assertThat(room.has(story.person("sam"))).isTrue();
            assertThat(room.has(story.person("cleo"))).isFalse();
            story.push("PT3H");
            story.settle();
            assertNobodyElseSawIt(story, room);
        }
    }

    @Test
    @Tag("F02")
    void whoever_is_not_inside_does_not_learn_that_it_exists() {
        try (Story story = Story.begin()) {
            story.person("otto").types(story.channel("general"), "/incident report " + CANARY);
            story.soon("sec-1");
            Person kim = story.person("kim");
            for (String verb : verbs(story, kim)) {
                assertThat(answered(story, kim, verb.replace("#", "INC-1")))
                        .as("the same as where there is nothing: %s", verb)
                        .isEqualTo(answered(story, kim, verb.replace("#", "INC-999")));
            }
            assertThat(answered(story, kim, "ack INC-1"))
                    .contains("There is no incident here that you can see");
            assertThat(kim.types(story.channel("general"), "/incident list").text())
                    .doesNotContain(CANARY, "INC-1");
            kim.opensHome();
            story.eventually(
                    "her Home is published",
                    () -> kim.home().plainText().contains("Open incidents"));
            assertThat(kim.home().plainText())
                    .contains("None. All quiet.")
                    .doesNotContain(CANARY, "INC-1");
            assertThat(story.person("sam").types(story.channel("general"), "/incident list").text())
                    .contains(CANARY);
        }
    }

    @Test
    @Tag("F02")
    void nobody_but_those_whom_the_policy_names_hears_that_nobody_has_answered() {
        try (Story story = Story.begin("soc2-irp-001", Transport.HTTP)) {
            story.person("otto")
                    .types(story.channel("general"), "/incident report " + CANARY + " is copied");
            Channel room = story.soon("sec-1");
            story.card(room);
            story.push("PT35M");
            story.soon(room, "Reminder: First response");
            story.push("PT3H");
            story.soon(room, "Escalation: First response");
            story.settle();
            for (String outside : List.of("ana", "ben", "eli")) {
                assertThat(room.has(story.person(outside))).as(outside).isFalse();
                assertThat(story.person(outside).directMessages()).as(outside).isEmpty();
            }
            assertThat(story.person("sam").directMessages())
                    .anyMatch(m -> m.plainText().contains("Escalation: First response"));
            assertNobodyElseSawIt(story, room);
        }
    }

    @Test
    @Tag("F02")
    void the_form_shows_the_contact_too_and_the_report_is_told_once_confirmed() {
        try (Story story = Story.begin()) {
            Person otto = story.person("otto");
            otto.types(story.channel("general"), "/incident report");
            Modal form = otto.modal().orElseThrow();
            assertThat(form.plainText()).contains("security@featuresignals.com");
            otto.submits(form, Map.of("What do you suspect?", "A key leaked"));
            Channel room = story.soon("sec-1");
            story.card(room);
            story.person("sam").types(room, "/incident confirm security");
            story.eventually("the commander is brought in", () -> room.has(story.person("cleo")));
            story.settle();
            assertThat(
                            story.sandbox()
                                    .workspace()
                                    .findChannel("incidents")
                                    .map(c -> story.count(c, "key leaked"))
                                    .orElse(0L))
                    .as("still private")
                    .isZero();
        }
    }

    /** Everything that can be asked of an incident, with {@code #} for its number. */
    private static List<String> verbs(Story story, Person kim) {
        List<String> verbs = new ArrayList<>(MORE);
        Matcher verb =
                Pattern.compile("/incident ([a-z]+)")
                        .matcher(kim.types(story.channel("general"), "/incident help").text());
        while (verb.find()) {
            if (!BEGINS_SOMETHING.contains(verb.group(1))) {
                verbs.add(verb.group(1) + " #");
            }
        }
        assertThat(verbs).as("verbs of the help").contains("ack #").hasSizeGreaterThan(30);
        return verbs;
    }

    private static String answered(Story story, Person kim, String what) {
        String text = kim.types(story.channel("general"), "/incident " + what).text();
        String form = kim.modal().map(Modal::plainText).orElse("");
        kim.closesEverything();
        return (text + form).replaceAll("INC-\\d+", "INC-n");
    }

    @Test
    @Tag("F02")
    void whoever_is_removed_from_the_channel_sees_and_hears_no_more_of_it() {
        try (Story story = Story.begin()) {
            Person otto = story.person("otto");
            Person sam = story.person("sam");
            Person kim = story.person("kim");
            otto.types(story.channel("general"), "/incident report " + CANARY);
            Channel room = story.soon("sec-1");
            story.card(room);
            story.settle();
            sam.invites(room, kim);
            story.eventually("she may look", () -> status(story, kim).contains(CANARY));
            assertThat(kim.types(story.channel("general"), "/incident subscribe INC-1").text())
                    .contains("INC-1");

            sam.removes(room, kim);
            story.eventually("she may no more", () -> !status(story, kim).contains(CANARY));
            long heard = kim.directMessages().size();
            for (String verb : new String[] {"status", "timeline", "export", "summary"}) {
                assertThat(
                                kim.types(story.channel("general"), "/incident " + verb + " INC-1")
                                        .text())
                        .contains("There is no incident here that you can see")
                        .doesNotContain(CANARY);
            }
            sam.types(room, "/incident update The " + CANARY + " is shut");
            story.soon(room, "is shut");
            story.settle();
            assertThat(kim.directMessages()).hasSize((int) heard);

            otto.leaves(room);
            story.eventually(
                    "it is in the record",
                    () -> timeline(sam, room).contains("@" + otto.name() + " left the channel"));
            assertThat(timeline(sam, room)).contains("@" + kim.name() + " left the channel");
            assertThat(status(story, otto)).as("it was their report").contains(CANARY);
            sam.invites(room, kim);
            story.eventually("she was let in again", () -> status(story, kim).contains(CANARY));
        }
    }

    private static String timeline(Person person, Channel room) {
        person.types(room, "/incident timeline");
        String shown = person.modal().orElseThrow().plainText();
        person.closesEverything();
        return shown;
    }

    private static String status(Story story, Person person) {
        return person.types(story.channel("general"), "/incident status INC-1").text();
    }

    /** Every call that Muster made, but for those into the room and to those who are in it. */
    private static void assertNobodyElseSawIt(Story story, Channel room) {
        for (ApiCall call : story.sandbox().calls()) {
            String where =
                    call.args().getOrDefault("channel", call.args().getOrDefault("channel_id", ""));
            boolean inside =
                    where.equals(room.id())
                            || room.canvasId()
                                    .filter(call.args().getOrDefault("canvas_id", "")::equals)
                                    .isPresent()
                            || story.sandbox().workspace().people().stream()
                                    .filter(room::has)
                                    .anyMatch(p -> isWith(p, where));
            if (!inside) {
                assertThat(call.args().toString()).as(call.method()).doesNotContain(CANARY);
            }
        }
        for (Channel channel : story.sandbox().workspace().channels()) {
            if (!channel.id().equals(room.id())) {
                assertThat(channel.messages()).noneMatch(m -> m.plainText().contains(CANARY));
            }
        }
        for (Person person : story.sandbox().workspace().people()) {
            if (!room.has(person)) {
                assertThat(person.directMessages()).noneMatch(m -> m.plainText().contains(CANARY));
                assertThat(person.notifications()).noneMatch(m -> m.plainText().contains(CANARY));
            }
        }
    }

    private static boolean isWith(Person person, String channel) {
        return channel.equals(person.id()) || channel.equals(person.appConversation().id());
    }
}
