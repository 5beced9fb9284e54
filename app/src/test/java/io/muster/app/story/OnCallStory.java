package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;
import io.muster.db.Archive;
import io.muster.db.journal.ChainAudit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Shifts change hands, people stand in for each other, and pages follow. */
class OnCallStory {
    private static final String TOKEN = "ONCALL_TOKEN";

    @Test
    @Tag("F05")
    @Tag("F06")
    void the_page_goes_to_whoever_has_the_turn_and_then_to_the_next() {
        try (Story story = Story.beginWithTeam(OnCallStory::rotating)) {
            Person ben = story.person("ben");
            Person ana = story.person("ana");
            story.person("cleo").types(story.channel("general"), "/incident declare P0 Slow");
            story.soon("inc-1-slow");
            story.eventually("Ben has the turn", () -> called(ben));
            story.settle();
            assertThat(called(ana)).isFalse();
            story.push("PT16M");
            story.eventually("Ana is next", () -> called(ana));
        }
    }

    @Test
    @Tag("F05")
    void a_shift_changes_hands_with_what_is_open_and_without_what_is_private() {
        try (Story story = Story.beginWithTeam(OnCallStory::rotating)) {
            Person ben = story.person("ben");
            Person ana = story.person("ana");
            Person cleo = story.person("cleo");
            cleo.types(story.channel("general"), "/incident declare P2 Checkout <slow>");
            story.soon("inc-1-checkout-slow");
            cleo.types(story.channel("general"), "/incident report Keys leaked");
            story.settle();
            story.push("PT12H");
            story.eventually("Ana takes over", () -> count(ana, "You are on call now") == 1);
            story.eventually(
                    "Ben is thanked",
                    () -> count(ben, "Your shift as On-call engineer is over") == 1);
            Message word = newest(ana, "You are on call now");
            assertThat(word.plainText())
                    .contains("On-call engineer", "You take over from @Ben Okafor")
                    .contains("INC-1", "Checkout <slow>")
                    .doesNotContain("Keys leaked", "INC-2");
            story.restart();
            story.push("PT1M");
            story.settle();
            assertThat(count(ana, "You are on call now")).isEqualTo(1);
            assertThat(count(ben, "is over")).isEqualTo(1);
            ana.clicks(word, "Who is on call");
            assertThat(ana.modal().orElseThrow().plainText())
                    .contains("On-call engineer", "@Ana Ruiz", "then @Ben Okafor");
        }
    }

    @Test
    @Tag("F05")
    @Tag("F09")
    void somebody_stands_in_and_is_paged_until_it_is_cancelled() {
        try (Story story = Story.beginWithTeam(OnCallStory::rotating)) {
            Person ana = story.person("ana");
            Person dora = story.person("dora");
            Channel general = story.channel("general");
            ana.types(general, "/incident oncall override @dora on-call");
            Modal form = ana.modal().orElseThrow();
            assertThat(form.title()).isEqualTo("Override on call");
            ana.submits(form, Map.of("Until", wall(Instant.now().minusSeconds(7200))));
            assertThat(form.isOpen()).as("an end before the beginning is refused").isTrue();
            ana.submits(
                    form,
                    Map.of("Until", wall(Instant.now().plusSeconds(4 * 3600)), "Why?", "dentist"));
            story.soon(story.channel("incidents"), "@Dora Quinn is on call as On-call engineer");
            story.eventually("Dora hears it", () -> count(dora, "You are on call now") == 1);
            story.eventually(
                    "Ben hears it",
                    () -> count(story.person("ben"), "@Dora Quinn is on call now") == 1);
            ana.types(general, "/incident declare P1 Slow");
            story.soon("inc-1-slow");
            story.eventually("Dora is paged", () -> called(dora));
            ana.types(general, "/incident oncall");
            Message sheet = ana.ephemerals(general).getLast();
            assertThat(sheet.plainText())
                    .contains("On call now", "@Dora Quinn until", "override 1", "Overrides");
            ana.clicks(sheet, "Cancel override");
            story.soon(story.channel("incidents"), "Cancelled: @Dora Quinn");
            story.eventually(
                    "Ben is on call again",
                    () -> count(story.person("ben"), "You are on call now") == 1);
            assertThat(ana.types(general, "/incident oncall cancel 1").text())
                    .contains("cancelled already");
            try (Archive archive = Archive.open(story.database(), 2)) {
                assertThat(ChainAudit.check(archive).broken()).isEmpty();
            }
        }
    }

    @Test
    @Tag("F05")
    void a_shift_is_taken_with_one_press_and_only_by_those_who_share_it() {
        try (Story story = Story.beginWithTeam(OnCallStory::rotating)) {
            Person ana = story.person("ana");
            Channel general = story.channel("general");
            ana.types(general, "/incident oncall");
            ana.clicks(ana.ephemerals(general).getLast(), "Take this shift now");
            story.eventually("Ana is on call", () -> count(ana, "You are on call now") == 1);
            assertThat(ana.types(general, "/incident oncall take on-call").text())
                    .contains("is on call then already");
            assertThat(ana.types(general, "/incident oncall take security-led").text())
                    .as("a slip of the keyboard takes nobody's shift")
                    .contains("\"security-led\" is not a role here", "commander");
            assertThat(story.person("otto").types(general, "/incident oncall take on-call").text())
                    .contains("by the team file may change who is on call");
            ana.opensHome();
            story.eventually(
                    "the Home says so",
                    () -> ana.home().plainText().contains("On-call engineer: @Ana Ruiz until"));
        }
    }

    @Test
    @Tag("F05")
    void a_press_on_an_old_sheet_says_why_nothing_happened() {
        try (Story story = Story.beginWithTeam(OnCallStory::rotating)) {
            Person ana = story.person("ana");
            ana.opensHome();
            story.eventually(
                    "the Home is there", () -> ana.home().buttons().contains("See who is on call"));
            ana.home().clicks("See who is on call");
            Modal old = ana.modal().orElseThrow();
            ana.types(story.channel("general"), "/incident oncall take on-call");
            ana.clicksIn(old, "Take this shift now");
            story.eventually(
                    "she reads it where she pressed",
                    () ->
                            ana.modal()
                                    .orElseThrow()
                                    .plainText()
                                    .contains("is on call then already"));
            assertThat(ana.modal().orElseThrow().buttons()).doesNotContain("Take this shift now");
            ana.clicksIn(ana.modal().orElseThrow(), "Cancel override");
            story.eventually(
                    "it is cancelled",
                    () -> !ana.modal().orElseThrow().buttons().contains("Cancel override"));
            assertThat(ana.directMessages()).noneMatch(m -> m.plainText().contains("On call now"));
        }
    }

    @Test
    @Tag("F05")
    void a_gap_is_shown_before_it_comes() {
        try (Story story =
                Story.beginWithTeam(text ->
                        rotating(text)
                                .replace(", then: [cleo]", "")
                                .replace(
                                        "    user-group",
                                        "    only: mon-fri 09:00-17:00\n    user-group"))) {
            Person ana = story.person("ana");
            Channel general = story.channel("general");
            ana.types(general, "/incident oncall");
            assertThat(ana.ephemerals(general).getLast().plainText())
                    .contains("Nobody is on call for");
            ana.opensHome();
            story.eventually(
                    "the Home warns",
                    () -> ana.home().plainText().contains("nobody is on call at times as"));
        }
    }

    @Test
    @Tag("F05")
    void the_user_group_follows_whoever_is_on_call() {
        try (Story story = Story.beginWithTeam(OnCallStory::rotating)) {
            story.eventually(
                    "Ben is in the group",
                    () ->
                            story.sandbox()
                                    .workspace()
                                    .usergroupMembers("oncall")
                                    .contains(story.person("ben").id()));
            story.push("PT12H");
            story.eventually(
                    "then Ana",
                    () ->
                            story.sandbox()
                                    .workspace()
                                    .usergroupMembers("oncall")
                                    .contains(story.person("ana").id()));
        }
    }

    @Test
    @Tag("F05")
    void a_calendar_program_reads_the_rotation_if_it_knows_the_token() throws Exception {
        try (Story story = Story.beginWithTeam(OnCallStory::rotating)) {
            HttpResponse<String> calendar =
                    get(story, "/oncall/primary.ics?token=long%20random%20word");
            assertThat(calendar.statusCode()).isEqualTo(200);
            assertThat(calendar.headers().firstValue("content-type").orElse(""))
                    .startsWith("text/calendar");
            assertThat(calendar.body())
                    .contains("BEGIN:VEVENT", "SUMMARY:Ben Okafor", "SUMMARY:Ana Ruiz");
            assertThat(get(story, "/oncall/primary.ics").statusCode()).isEqualTo(404);
            assertThat(get(story, "/oncall/primary.ics?token=guess").statusCode()).isEqualTo(404);
        }
    }

    /** Ben has the turn since an hour ago, then Ana, twelve hours each. */
    private static String rotating(String team) {
        LocalDateTime start =
                LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .minusHours(1);
        return team.replace(
                        "  on-call: [ana, ben]\n", "  on-call: {rotation: primary, then: [cleo]}\n")
                + """
                rotations:
                  primary:
                    zone: UTC
                    people: [ben, ana]
                    every: 12 hours
                    starts: %s
                    feed-token-from: %s
                    user-group: oncall
                """
                        .formatted(
                                start.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")),
                                TOKEN);
    }

    private static String wall(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private static boolean called(Person person) {
        return person.directMessages().stream().anyMatch(m -> m.buttons().contains("Acknowledge"));
    }

    private static long count(Person person, String words) {
        return person.directMessages().stream().filter(m -> m.plainText().contains(words)).count();
    }

    private static Message newest(Person person, String words) {
        return person.directMessages().stream()
                .filter(m -> m.plainText().contains(words))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private static HttpResponse<String> get(Story story, String path)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(story.muster().address() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
