package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Who must know, by the second program: as those see it who tell, and those who are told. */
class AudienceStory {
    private static final String CANARY = "zanzibar-canary";

    @Test
    @Tag("S04")
    void everyone_whom_the_plan_names_at_p1_is_told_or_it_is_said_why_not() {
        try (Story story = Story.begin("soc2-irp-001", Transport.HTTP)) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare P1 Database breached");
            Channel room = story.soon("inc-1-database-breached");
            story.card(room);
            story.settle();
            ana.clicks(story.card(room), "Who must know");
            assertThat(matrix(ana).plainText())
                    .contains(
                            "At once",
                            "CISO · called @Ciro Vitale",
                            "Not yet confirmed as seen",
                            "Within 1 h",
                            "All affected staff · due",
                            "Muster writes to @Eli Tanaka by itself",
                            "Within 24 h",
                            "Only if: Are customers affected? Nobody has answered");
            tellByHand(story, ana);
            answer(story, ana, room);
            story.push("PT30M");
            beTold(story, room);
            story.push("PT12H");
            Message reminder = story.soon(room, "Reminder: Tell Regulators");
            assertThat(reminder.plainText())
                    .contains("Does the law require that a regulator is told? Answer it");
            assertThat(reminder.buttons()).contains("Who must know");
            story.settle();
            assertThat(story.count(room, "Tell All affected staff")).isZero();
            assertThat(story.count(room, "Tell Customers")).isZero();
        }
    }

    private static void tellByHand(Story story, Person ana) {
        ana.clicksIn(matrix(ana), "audience-told:staff");
        Modal form = soon(story, ana, "Told by hand");
        ana.submits(form, Map.of("How did you tell them?", "mail to <everyone> & #general"));
        assertThat(soon(story, ana, "INC-1 who must know").plainText())
                .contains(
                        "All affected staff · told by hand by @Ana Ruiz", "<everyone> & #general");
    }

    private static void answer(Story story, Person ana, Channel room) {
        ana.clicksIn(matrix(ana), "audience-no:customers");
        story.soon(room, "Customers need not be told: Are customers affected? No.");
        story.eventually(
                "the sheet shows it",
                () -> matrix(ana).plainText().contains("Customers · not applicable"));
        ana.closesEverything();
    }

    private static void beTold(Story story, Channel room) {
        Person eli = story.person("eli");
        story.soon(room, "Told @Eli Tanaka (Board chair)");
        story.eventually("word has come", () -> word(eli, "as Board chair").isPresent());
        Message word = word(eli, "as Board chair").orElseThrow();
        assertThat(word.plainText())
                .contains("P1 · INC-1", "Database breached", "@Ciro Vitale leads it");
        eli.clicks(word, "I have seen it");
        story.eventually(
                "it is confirmed",
                () -> word(eli, "as Board chair").orElseThrow().buttons().isEmpty());
        eli.types(room, "/incident matrix");
        assertThat(matrix(eli).plainText()).contains("Seen by @Eli Tanaka");
        eli.closesEverything();
        assertThat(eli.types(room, "/incident seen").text()).contains("already");
    }

    @Test
    @Tag("S04")
    @Tag("F07")
    void raising_tells_whom_it_adds_and_lowering_takes_nothing_back() {
        try (Story story = Story.begin("soc2-irp-001", Transport.SOCKET)) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare P3 Odd login");
            Channel room = story.soon("inc-1-odd-login");
            story.card(room);
            story.push("PT30M");
            story.soon(room, "Told @Ciro Vitale (CISO)");
            story.push("PT90M");
            ana.types(room, "/incident severity P1 it spread");
            story.soon(room, "By the plan for P1 these must know");
            story.settle();
            assertThat(story.newest(room, "By the plan for P1").orElseThrow().plainText())
                    .contains("not told again: ", "CISO", "Security lead");
            assertThat(word(story.person("ciro"), "as CISO")).isPresent();
            assertThat(story.person("ciro").directMessages())
                    .as("he knows")
                    .noneMatch(m -> m.plainText().contains("called as CISO"));
            assertThat(story.person("lena").directMessages())
                    .anyMatch(m -> m.plainText().contains("called as Legal counsel"));
            story.soon(room, "Tell All affected staff");
            ana.types(room, "/incident matrix told staff mail to everyone");
            ana.types(room, "/incident severity P3 it did not");
            Message line = story.soon(room, "By the plan for P3 these must know");
            assertThat(line.plainText())
                    .contains("no longer owed: Customers, Regulators", "All affected staff");
            ana.types(room, "/incident matrix");
            assertThat(matrix(ana).plainText())
                    .contains(
                            "Within 24 h",
                            "Not applicable: the plan names nobody here",
                            "Customers · no longer owed at P3",
                            "All affected staff · told by hand by @Ana Ruiz");
            assertThat(ana.types(room, "/incident matrix told janitor hello").text())
                    .contains("does not name");
            assertThat(ana.types(room, "/incident matrix dance").text())
                    .contains("/incident matrix tell <role>");
        }
    }

    @Test
    @Tag("S04")
    void small_incidents_come_in_one_digest_once_a_day() {
        try (Story story = Story.begin("soc2-irp-001", Transport.HTTP)) {
            Person ana = story.person("ana");
            Person sam = story.person("sam");
            for (String title : List.of("Phishing mail", "Lost badge", "Spam wave")) {
                ana.types(story.channel("general"), "/incident declare P4 " + title);
            }
            story.card(story.soon("inc-3-spam-wave"));
            ana.types(story.channel("general"), "/incident dismiss INC-3 our own test");
            story.settle();
            assertThat(sam.directMessages()).noneMatch(m -> m.plainText().contains("digest"));
            story.push("PT24H");
            story.eventually("the digest has come", () -> digests(sam) == 1);
            Message digest = word(sam, "Daily digest").orElseThrow();
            assertThat(digest.plainText())
                    .contains("Daily digest: 2 incidents", "P4 INC-1 Phishing mail", "INC-2")
                    .doesNotContain("Spam wave");
            story.soon(story.channel("inc-1-phishing-mail"), "in the daily digest");
            sam.clicks(digest, "I have seen it");
            story.restart();
            story.push("PT24H");
            story.settle();
            assertThat(digests(sam)).as("nothing new: nothing is sent").isEqualTo(1);
            for (String number : List.of("INC-1", "INC-2")) {
                sam.types(story.channel("general"), "/incident matrix " + number);
                assertThat(matrix(sam).plainText())
                        .contains("@Sam Lindqvist in the daily digest", "Seen by @Sam Lindqvist");
                sam.closesEverything();
            }
        }
    }

    @Test
    @Tag("S04")
    @Tag("F02")
    void word_of_a_private_incident_says_that_it_is_and_no_more() {
        try (Story story = Story.begin("soc2-irp-001", Transport.HTTP)) {
            Person otto = story.person("otto");
            Person kim = story.person("kim");
            otto.types(story.channel("general"), "/incident report " + CANARY + " in a bucket");
            Channel room = story.soon("sec-1");
            story.card(room);
            story.person("sam").types(room, "/incident confirm security");
            story.push("PT30M");
            story.eventually("word has come", () -> word(kim, "confidential").isPresent());
            story.settle();
            Message word = word(kim, "confidential").orElseThrow();
            assertThat(word.plainText()).contains("as Customer success").doesNotContain(CANARY);
            assertThat(kim.directMessages()).noneMatch(m -> m.plainText().contains(CANARY));
            assertThat(kim.notifications()).noneMatch(m -> m.plainText().contains(CANARY));
            assertThat(room.has(kim)).isFalse();
            kim.clicks(word, "I have seen it");
            story.eventually(
                    "it is confirmed",
                    () -> word(kim, "confidential").orElseThrow().buttons().isEmpty());
            assertThat(kim.types(story.channel("general"), "/incident matrix INC-1").text())
                    .contains("There is no incident here that you can see");
            story.person("sam").types(room, "/incident matrix");
            assertThat(matrix(story.person("sam")).plainText()).contains("Seen by @Kim Ferreira");
        }
    }

    private static Modal matrix(Person person) {
        return person.modal().orElseThrow();
    }

    private static Modal soon(Story story, Person person, String title) {
        story.eventually(
                title, () -> person.modal().filter(m -> m.title().equals(title)).isPresent());
        return person.modal().orElseThrow();
    }

    private static java.util.Optional<Message> word(Person person, String words) {
        return person.directMessages().stream()
                .filter(m -> m.plainText().contains(words))
                .reduce((first, second) -> second);
    }

    private static long digests(Person person) {
        return person.directMessages().stream()
                .filter(m -> m.plainText().contains("Daily digest"))
                .count();
    }
}
