package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Knock;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;
import io.muster.app.sandbox.Reply;
import io.muster.app.sandbox.json.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Whatever is typed or sent: a kind answer, nothing half-done, never a failure. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputStory {
    private Story story;

    @BeforeAll
    void begin() {
        story = Story.begin();
    }

    @AfterAll
    void end() {
        story.close();
    }

    @Test
    void whoever_declares_what_is_declared_already_is_told_of_it() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            Person otto = story.person("otto");
            ana.types(story.channel("general"), "/incident declare P0 Checkout is down");
            story.soon("inc-1-checkout-is-down");
            story.settle();
            assertThat(
                            otto.types(
                                            story.channel("general"),
                                            "/incident declare P0 checkout  is down")
                                    .text())
                    .contains(
                            "INC-2",
                            "INC-1 has the same title and is open, in #inc-1",
                            "/incident dismiss INC-2 same as INC-1");
        }
    }

    @Test
    void declaring_with_nothing_opens_the_form_and_an_empty_title_is_mended_there() {
        Person ana = story.person("ana");
        ana.types(general(), "/incident declare");
        Modal form = ana.modal().orElseThrow();
        long before = incidents();
        Reply reply =
                ana.submits(
                        form, Map.of("What is wrong?", "   ", "How grave is it?", "P1 · Major"));
        assertThat(reply.fieldErrors()).hasSize(1);
        assertThat(incidents()).isEqualTo(before);
        ana.closesEverything();
    }

    @Test
    void a_severity_alone_opens_the_form_with_the_severity_chosen() {
        Person ana = story.person("ana");
        ana.types(general(), "/incident declare P2");
        assertThat(ana.modal().orElseThrow().value("How grave is it?").toString()).contains("P2");
        ana.closesEverything();
    }

    @Test
    void a_title_of_3000_characters_is_shortened_and_kept_whole_below() {
        String title = "Checkout fails ".repeat(200).strip();
        Channel room = declare(title);
        assertThat(room.name()).hasSizeLessThanOrEqualTo(80).startsWith("inc-");
        Message card = story.card(room);
        assertThat(card.plainText()).contains("…").contains("Checkout fails Checkout fails");
        assertThat(card.plainText().length()).isGreaterThan(2_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"فشل الدفع في المتجر", "🔥🔥🔥", "???", "!!! ... ---", "結帳故障"})
    void a_title_without_latin_letters_still_gets_a_channel_and_is_shown_as_typed(String title) {
        Channel room = declare(title);
        assertThat(room.name()).matches("inc-\\d+");
        assertThat(story.card(room).plainText()).contains(title);
    }

    @Test
    void accents_are_folded_in_the_name_of_the_channel() {
        assertThat(declare("Überlast: Zahlung schlägt fehl").name())
                .matches("inc-\\d+-uberlast-zahlung-schlagt-fehl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!channel> all of you",
                "<@U0OTTO123> look",
                "<!here> now",
                "<https://evil.example|our bank>",
                "*bold* _sly_ `code`",
                "a & b < c > d"
            })
    void what_looks_like_markup_notifies_nobody_and_is_shown_literally(String title) {
        Person otto = story.person("otto");
        int before = otto.notifications().size();
        String meant = title.replace("U0OTTO123", otto.id());
        Knock knock =
                story.sandbox()
                        .inbound()
                        .command(
                                story.person("ana"), general(), "/incident", "declare P3 " + meant);
        Knock.Answer answer = knock.send();
        assertThat(answer.status()).isEqualTo(200);
        long number = incidents();
        Channel room = story.soonStartingWith("inc-" + number);
        story.settle();
        assertThat(otto.notifications()).hasSize(before);
        assertThat(room.messages()).noneMatch(m -> m.json().toString().contains("<!channel>"));
        assertThat(story.card(room).plainText()).doesNotContain("<!", "<@");
    }

    @Test
    void a_taken_name_gets_a_suffix_and_the_one_that_slack_gave_is_remembered() {
        Person otto = story.person("otto");
        long next = incidents() + 1;
        Channel taken =
                story.sandbox()
                        .workspace()
                        .createChannel(otto, "inc-" + next + "-search-is-slow", false);
        otto.archives(taken);
        Channel room = declare("Search is slow");
        assertThat(room.name()).isEqualTo("inc-" + next + "-search-is-slow-2");
        assertThat(story.person("ana").types(room, "/incident status").text())
                .contains("Search is slow");
    }

    @Test
    void two_people_who_press_the_same_button_at_once_do_it_once() {
        Channel room = declare("Both press");
        Message card = story.card(room);
        Person ana = story.person("ana");
        Person cleo = story.person("cleo");
        cleo.joins(room);
        CompletableFuture<Reply> one =
                CompletableFuture.supplyAsync(() -> ana.clicks(card, "Acknowledge"));
        CompletableFuture<Reply> two =
                CompletableFuture.supplyAsync(() -> cleo.clicks(card, "Acknowledge"));
        CompletableFuture.allOf(one, two).join();
        story.soon(room, "Acknowledged by");
        story.settle();
        assertThat(story.count(room, "Acknowledged by")).isEqualTo(1);
        story.eventually(
                "the one who came second hears who was first",
                () ->
                        Stream.of(ana, cleo)
                                .flatMap(p -> p.ephemerals(room).stream())
                                .anyMatch(m -> m.plainText().contains("was acknowledged by")));
    }

    @Test
    void the_same_delivery_three_times_at_once_declares_once_and_answers_alike() {
        long before = incidents();
        List<Knock.Answer> answers =
                story.sandbox()
                        .inbound()
                        .command(
                                story.person("ana"),
                                general(),
                                "/incident",
                                "declare P1 Sent three times")
                        .sendAtOnce(3);
        assertThat(answers).allMatch(a -> a.status() == 200);
        assertThat(answers).allMatch(a -> a.body().contains("INC-" + (before + 1)));
        assertThat(incidents()).isEqualTo(before + 1);
    }

    @Test
    void a_delivery_that_is_signed_anew_and_sent_again_changes_nothing_either() {
        long before = incidents();
        Knock knock =
                story.sandbox()
                        .inbound()
                        .command(
                                story.person("ana"),
                                general(),
                                "/incident",
                                "declare P1 Sent again later");
        knock.send();
        knock.stamped(Instant.now().plusSeconds(30)).send();
        assertThat(incidents()).isEqualTo(before + 1);
    }

    @Test
    void a_sender_whose_trigger_ids_are_all_the_same_is_still_understood() {
        Person ana = story.person("ana");
        long before = incidents();
        for (String title : List.of("First", "Second", "Third")) {
            Knock.Answer answer =
                    story.sandbox()
                            .inbound()
                            .command(ana, general(), "/incident", "declare P3 " + title)
                            .with("trigger_id", "1.2.always-the-same")
                            .send();
            assertThat(answer.body()).contains(title);
        }
        assertThat(incidents()).isEqualTo(before + 3);
    }

    @Test
    void what_is_not_signed_by_slack_just_now_is_refused_before_it_is_read() {
        Knock good =
                story.sandbox()
                        .inbound()
                        .command(story.person("ana"), general(), "/incident", "declare P0 Forged");
        long before = incidents();
        List<Knock> forged =
                List.of(
                        good.unsigned(),
                        good.signature("v0=0000"),
                        good.signedWith("another secret"),
                        good.stamped(Instant.now().minus(Duration.ofMinutes(6))),
                        good.stamped(Instant.now().plus(Duration.ofMinutes(6))),
                        good.stamped(Instant.now().plus(Duration.ofDays(365))));
        for (Knock knock : forged) {
            Knock.Answer answer = knock.send();
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body()).contains("not signed with our signing secret");
        }
        assertThat(incidents()).isEqualTo(before);
    }

    @Test
    void a_request_from_another_workspace_gets_words_and_changes_nothing() {
        long before = incidents();
        Knock.Answer answer =
                story.sandbox()
                        .inbound()
                        .command(
                                story.person("ana"), general(), "/incident", "declare P0 Elsewhere")
                        .with("team_id", "T0ELSEWHERE")
                        .send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("another workspace");
        assertThat(incidents()).isEqualTo(before);
    }

    @Test
    void events_of_another_workspace_change_nothing() {
        Channel room = declare("Ours alone");
        Person kim = story.person("kim");
        Person otto = story.person("otto");
        story.settle();
        String joined =
                "{\"type\":\"member_joined_channel\",\"user\":\"%s\",\"channel\":\"%s\","
                        + "\"channel_type\":\"C\",\"team\":\"%s\",\"event_ts\":\"%s\"}";
        long entries = entries();
        assertThat(foreign(joined.formatted(kim.id(), room.id(), "T0ELSEWHERE", "1.1")))
                .isEqualTo(200);
        assertThat(
                        foreign(
                                "{\"type\":\"user_change\",\"user\":{\"id\":\""
                                        + story.person("cleo").id()
                                        + "\",\"deleted\":true},\"event_ts\":\"1.2\"}"))
                .isEqualTo(200);
        assertThat(
                        foreign(
                                "{\"type\":\"app_home_opened\",\"user\":\""
                                        + otto.id()
                                        + "\",\"channel\":\"D0HOME\",\"tab\":\"home\","
                                        + "\"event_ts\":\"1.3\"}"))
                .isEqualTo(200);
        story.settle();
        assertThat(entries()).as("what is on record").isEqualTo(entries);
        assertThat(count("select count(*) from slack_fact where name like 'left:%'"))
                .as("who is said to have left")
                .isZero();
        assertThat(otto.home().isPublished()).isFalse();
        Knock ours = story.sandbox().inbound().event(json(joined, kim.id(), room.id()));
        assertThat(ours.send().status()).isEqualTo(200);
        story.eventually("ours does count", () -> entries() == entries + 1);
    }

    private int foreign(String event) {
        return story.sandbox()
                .inbound()
                .event(Json.of(event))
                .with("team_id", "T0ELSEWHERE")
                .send()
                .status();
    }

    private static JsonNode json(String joined, String person, String channel) {
        return Json.of(joined.formatted(person, channel, "T0OURS", "1.4"));
    }

    private long entries() {
        return count("select count(*) from journal");
    }

    private long count(String sql) {
        return TestDatabase.number(story.database(), sql);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void a_signed_body_that_slack_would_never_send_is_refused_and_changes_nothing(String body) {
        long before = incidents();
        Knock.Answer answer =
                story.sandbox()
                        .inbound()
                        .command(story.person("ana"), general(), "/incident", "declare P0 x")
                        .body(body)
                        .send();
        assertThat(answer.status()).isBetween(200, 499);
        if (answer.status() >= 400) {
            assertThat(answer.body()).contains("nothing was changed");
        }
        assertThat(incidents()).isEqualTo(before);
    }

    static Stream<String> malformed() {
        return Stream.of(
                "",
                "{",
                "{}",
                "[]",
                "null",
                "{\"type\":\"event_callback\"}",
                "{\"type\":\"event_callback\",\"event\":{}}",
                "{\"type\":\"event_callback\",\"event\":{\"type\":\"member_joined_channel\"},\"event_id\":null}",
                "{\"type\":\"something_else\"}",
                "payload=",
                "payload=%7B",
                "payload=%7B%7D",
                "payload=null",
                "payload=%7B%22type%22%3A%22block_actions%22%7D",
                "payload=%7B%22type%22%3A%22block_actions%22%2C%22user%22%3A%7B%22id%22%3A%22U1%22%7D%2C%22actions%22%3A%5B%5D%7D",
                "payload=%7B%22type%22%3A%22block_actions%22%2C%22user%22%3A%7B%22id%22%3A%22U1%22%7D%2C%22actions%22%3A%5B%7B%7D%5D%7D",
                "payload=%7B%22type%22%3A%22view_submission%22%2C%22user%22%3A%7B%22id%22%3A%22U1%22%7D%7D",
                "payload=%7B%22type%22%3A%22view_submission%22%2C%22user%22%3A%7B%22id%22%3A%22U1%22%7D%2C%22view%22%3A%7B%7D%7D",
                "command=%2Fincident",
                "command=%2Fincident&text=declare+P0+x",
                "text=declare+P0+x&user_id=U1",
                "command=%2Fincident&user_id=&text=declare+P0+x",
                "=&&&=%ZZ",
                "%%%",
                "a".repeat(200_000));
    }

    @Test
    void a_body_that_is_too_large_is_refused() {
        Knock.Answer answer =
                story.sandbox()
                        .inbound()
                        .command(story.person("ana"), general(), "/incident", "help")
                        .body("text=" + "a".repeat(2_000_000))
                        .send();
        assertThat(answer.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "/incident akc, ack",
        "/incident delcare, declare",
        "/incident resolv, resolve",
        "/incident timline, timeline"
    })
    void an_unknown_verb_gets_the_nearest_one(String typed, String meant) {
        assertThat(story.person("ana").types(general(), typed).text())
                .contains("Did you mean /incident " + meant);
    }

    @Test
    void a_wrong_channel_gets_the_incidents_that_are_open() {
        Channel room = declare("Wrong channel");
        Reply reply = story.person("ana").types(general(), "/incident ack");
        assertThat(reply.text())
                .contains("not the channel of an incident", "Wrong channel", room.name());
        String number = room.name().split("-")[1];
        assertThat(story.person("ana").types(general(), "/incident ack INC-" + number).text())
                .contains("You have acknowledged INC-" + number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/incident severity P9 no idea | is not a severity here",
                "/incident severity P0 | Say why",
                "/incident phase nonsense start | Say which phase",
                "/incident assign commander | Say who",
                "/incident assign wizard @ana | is not a role here",
                "/incident page nobody | is not a role here",
                "/incident note | Say what to note",
                "/incident dismiss | Say why this is not an incident",
                "/incident close | Resolve it first",
                "/incident reopen | is open"
            })
    void what_is_missing_is_said_where_the_person_looks(String typed, String words) {
        Channel room = declare("Missing words");
        assertThat(story.person("ana").types(room, typed.strip()).text()).contains(words);
    }

    private Channel general() {
        return story.channel("general");
    }

    private Channel declare(String title) {
        Reply reply = story.person("ana").types(general(), "/incident declare P1 " + title);
        assertThat(reply.text()).contains("is declared");
        Channel room = story.soonStartingWith("inc-" + incidents());
        story.card(room);
        return room;
    }

    private long incidents() {
        return TestDatabase.number(story.database(), "select count(*) from incident");
    }
}
