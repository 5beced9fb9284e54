package io.muster.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.json.Json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

class ChatTest extends SandboxTest {
    private Channel room;

    @BeforeEach
    void makeRoom() {
        room = room("room");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("no_text", new String[] {"text", " "}),
                Arguments.of("invalid_blocks_format", new String[] {"blocks", "[{"}),
                Arguments.of("invalid_blocks_format", new String[] {"blocks", "{}"}),
                Arguments.of("invalid_blocks", new String[] {"blocks", "[{\"type\":\"cat\"}]"}),
                Arguments.of(
                        "markdown_text_conflict", new String[] {"markdown_text", "a", "text", "b"}),
                Arguments.of("msg_too_long", new String[] {"markdown_text", "a".repeat(12_001)}),
                Arguments.of("invalid_attachments", new String[] {"attachments", "[1]"}),
                Arguments.of(
                        "too_many_attachments",
                        new String[] {"attachments", "[" + "{},".repeat(100) + "{}]"}),
                Arguments.of(
                        "invalid_metadata_format", new String[] {"text", "a", "metadata", "x"}),
                Arguments.of(
                        "invalid_metadata_schema",
                        new String[] {"text", "a", "metadata", "{\"event_type\":\"a\"}"}),
                Arguments.of(
                        "metadata_too_large",
                        new String[] {
                            "text",
                            "a",
                            "metadata",
                            "{\"event_type\":\"a\",\"event_payload\":{\"b\":\""
                                    + "c".repeat(9_000)
                                    + "\"}}"
                        }),
                Arguments.of(
                        "cannot_reply_to_message",
                        new String[] {"text", "a", "thread_ts", "1.000001"}),
                Arguments.of(
                        "msg_blocks_too_long", new String[] {"text", "a", "blocks", longBlocks()}));
    }

    private static String longBlocks() {
        String section =
                "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"%s\"}},"
                        .formatted("a".repeat(2_900));
        return "[" + section.repeat(14) + "{\"type\":\"divider\"}]";
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_cannot_stand_is_refused_by_code(String error, String[] args) {
        String[] all =
                Stream.concat(Stream.of("channel", room.id()), Stream.of(args))
                        .toArray(String[]::new);

        assertThat(api.error("chat.postMessage", all)).isEqualTo(error);
        assertThat(room.said()).isEmpty();
    }

    @Test
    void bad_blocks_are_explained_with_a_pointer_and_are_a_violation() {
        JsonNode answer =
                api.call(
                        "chat.postMessage",
                        "channel",
                        room.id(),
                        "text",
                        "a",
                        "blocks",
                        "[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"%s\"}}]"
                                .formatted("h".repeat(151)));
        String message =
                "[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]";

        assertThat(answer.path("errors").get(0).asString()).isEqualTo(message);
        assertThat(answer.path("response_metadata").path("messages").get(0).asString())
                .isEqualTo(message);
        assertThat(sandbox.violations()).anyMatch(what -> what.contains("invalid_blocks"));
    }

    @Test
    void blocks_without_a_text_are_shown_and_are_a_violation() {
        String blocks =
                "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"*loud*\"}}]";
        JsonNode answer = api.ok("chat.postMessage", "channel", room.id(), "blocks", blocks);

        assertThat(answer.path("message").path("text").asString()).isEqualTo("loud");
        assertThat(sandbox.violations()).anyMatch(what -> what.startsWith("text missing"));
    }

    @Test
    void text_beyond_forty_thousand_characters_is_cut_with_a_warning() {
        JsonNode answer = post("a".repeat(40_001));

        assertThat(answer.path("message").path("text").asString()).hasSize(40_000);
        assertThat(answer.path("response_metadata").path("warnings").get(0).asString())
                .isEqualTo("message_truncated");
    }

    @Test
    void slack_fills_in_ids_and_names_emoji() {
        JsonNode message =
                api.ok(
                                "chat.postMessage",
                                "channel",
                                room.id(),
                                "text",
                                "\uD83D\uDEA8 fire",
                                "blocks",
                                """
                                [{"type":"actions","elements":[{"type":"button",
                                "text":{"type":"plain_text","text":"Go"}}]}]
                                """)
                        .path("message");

        assertThat(message.path("text").asString()).isEqualTo(":rotating_light: fire");
        JsonNode block = message.path("blocks").get(0);
        assertThat(block.path("block_id").asString()).hasSize(5);
        assertThat(block.path("elements").get(0).path("action_id").asString()).hasSize(5);
        assertThat(block.path("elements").get(0).path("text").path("emoji").asBoolean()).isTrue();
    }

    @Test
    void ts_grows_within_a_channel_and_may_be_the_same_in_another() {
        Channel other = room("other");
        clock.turn(Duration.ofSeconds(1));
        String one = post("1").path("ts").asString();
        String two = post("2").path("ts").asString();
        String elsewhere =
                api.ok("chat.postMessage", "channel", other.id(), "text", "3")
                        .path("ts")
                        .asString();

        assertThat(two).isGreaterThan(one);
        assertThat(elsewhere).isEqualTo(one);
    }

    @Nested
    class Updating {
        @Test
        void marks_the_message_and_notifies_nobody() {
            String ts = post("one").path("ts").asString();
            update(ts, "text", "two <@" + ana().id() + ">");

            assertThat(room.message("two").isEdited()).isTrue();
            assertThat(ana().notifications()).isEmpty();
        }

        @Test
        void takes_four_thousand_characters() {
            String ts = post("one").path("ts").asString();

            assertThat(updateError(ts, "a".repeat(4_000))).isEmpty();
            assertThat(updateError(ts, "a".repeat(4_001))).isEqualTo("msg_too_long");
        }

        @Test
        void is_for_ones_own_messages() {
            Message theirs = ana().says(room, "mine");

            assertThat(updateError(theirs.ts(), "yours")).isEqualTo("cant_update_message");
            assertThat(api.error("chat.delete", "channel", room.id(), "ts", theirs.ts()))
                    .isEqualTo("cant_delete_message");
            assertThat(updateError("1.000001", "x")).isEqualTo("message_not_found");
        }

        @Test
        void keeps_metadata_unless_told_and_an_empty_object_takes_it_away() {
            String ts =
                    api.ok(
                                    "chat.postMessage",
                                    "channel",
                                    room.id(),
                                    "text",
                                    "a",
                                    "metadata",
                                    "{\"event_type\":\"t\",\"event_payload\":{\"id\":7}}")
                            .path("ts")
                            .asString();
            update(ts, "text", "b");
            assertThat(room.message("b").metadata()).isPresent();

            update(ts, "text", "c", "metadata", "{}");
            assertThat(room.message("c").metadata()).isEmpty();
        }

        private void update(String ts, String... args) {
            api.ok(
                    "chat.update",
                    Stream.concat(Stream.of("channel", room.id(), "ts", ts), Stream.of(args))
                            .toArray(String[]::new));
        }

        private String updateError(String ts, String text) {
            return api.error("chat.update", "channel", room.id(), "ts", ts, "text", text);
        }
    }

    @Nested
    class Whispering {
        @Test
        void reaches_one_person_and_can_be_neither_found_nor_changed() {
            String ts =
                    api.ok(
                                    "chat.postEphemeral",
                                    "channel",
                                    room.id(),
                                    "user",
                                    ana().id(),
                                    "text",
                                    "psst")
                            .path("message_ts")
                            .asString();

            assertThat(ana().ephemerals(room))
                    .extracting(Message::plainText)
                    .containsExactly("psst");
            assertThat(ben().ephemerals(room)).isEmpty();
            assertThat(room.said()).isEmpty();
            assertThat(api.error("chat.update", "channel", room.id(), "ts", ts, "text", "x"))
                    .isEqualTo("message_not_found");
        }

        @Test
        void needs_both_in_the_channel() {
            Person eve = sandbox.workspace().person("eve");

            assertThat(whisper(room, eve)).isEqualTo("user_not_in_channel");
            assertThat(whisper(general(), ana())).isEqualTo("not_in_channel");
        }

        private String whisper(Channel in, Person to) {
            return api.error(
                    "chat.postEphemeral", "channel", in.id(), "user", to.id(), "text", "psst");
        }
    }

    @Nested
    class History {
        @Test
        void is_read_newest_first_by_pages() {
            for (int i = 0; i < 5; i++) {
                post("m" + i);
            }
            JsonNode page = api.ok("conversations.history", "channel", room.id(), "limit", "2");

            assertThat(page.path("messages").get(0).path("text").asString()).isEqualTo("m4");
            assertThat(page.path("has_more").asBoolean()).isTrue();
            String cursor = page.path("response_metadata").path("next_cursor").asString();
            JsonNode next =
                    api.ok(
                            "conversations.history",
                            "channel",
                            room.id(),
                            "limit",
                            "2",
                            "cursor",
                            cursor);
            assertThat(next.path("messages").get(0).path("text").asString()).isEqualTo("m2");
        }

        @Test
        void shows_metadata_only_when_asked() {
            api.ok(
                    "chat.postMessage",
                    "channel",
                    room.id(),
                    "text",
                    "a",
                    "metadata",
                    "{\"event_type\":\"t\",\"event_payload\":{}}");

            assertThat(first().has("metadata")).isFalse();
            assertThat(first("include_all_metadata", "true").has("metadata")).isTrue();
        }

        @Test
        void leaves_replies_to_their_thread() {
            String ts = post("top").path("ts").asString();
            api.ok("chat.postMessage", "channel", room.id(), "text", "in", "thread_ts", ts);
            api.ok(
                    "chat.postMessage",
                    "channel",
                    room.id(),
                    "text",
                    "both",
                    "thread_ts",
                    ts,
                    "reply_broadcast",
                    "true");
            JsonNode replies = api.ok("conversations.replies", "channel", room.id(), "ts", ts);

            assertThat(first().path("text").asString()).isEqualTo("both");
            assertThat(replies.path("messages").size()).isEqualTo(3);
            assertThat(replies.path("messages").get(0).path("reply_count").asInt()).isEqualTo(2);
            assertThat(api.error("conversations.replies", "channel", room.id(), "ts", "1.0"))
                    .isEqualTo("thread_not_found");
        }

        @Test
        void lags_behind_when_told_to() {
            post("young");
            sandbox.faults().hideHistoryFor(Duration.ofSeconds(30));
            assertThat(texts()).doesNotContain("young");

            clock.turn(Duration.ofSeconds(31));
            assertThat(texts()).contains("young");
        }

        @Test
        void is_closed_to_who_is_not_inside() {
            assertThat(api.error("conversations.history", "channel", general().id()))
                    .isEqualTo("not_in_channel");
        }

        private JsonNode first(String... more) {
            return api.ok(
                            "conversations.history",
                            Stream.concat(Stream.of("channel", room.id()), Stream.of(more))
                                    .toArray(String[]::new))
                    .path("messages")
                    .get(0);
        }

        private List<String> texts() {
            return api.ok("conversations.history", "channel", room.id()).findValuesAsString("text");
        }
    }

    @Nested
    class Scheduling {
        @Test
        void posts_when_the_hour_has_come() {
            schedule(clock.instant().plusSeconds(600).getEpochSecond());
            assertThat(room.said()).isEmpty();

            clock.turn(Duration.ofMinutes(10));
            org.awaitility.Awaitility.await().until(() -> room.find("later").isPresent());
        }

        @Test
        void has_its_limits() {
            long now = clock.instant().getEpochSecond();
            assertThat(error(now - 1)).isEqualTo("time_in_past");
            assertThat(error(now + Duration.ofDays(121).toSeconds())).isEqualTo("time_too_far");
            for (int i = 0; i < 30; i++) {
                schedule(now + 3_000 + i);
            }
            assertThat(error(now + 3_040)).isEqualTo("restricted_too_many");
        }

        @Test
        void can_be_taken_back() {
            String id = schedule(clock.instant().plusSeconds(60).getEpochSecond());
            api.ok("chat.deleteScheduledMessage", "channel", room.id(), "scheduled_message_id", id);

            assertThat(
                            api.error(
                                    "chat.deleteScheduledMessage",
                                    "channel",
                                    room.id(),
                                    "scheduled_message_id",
                                    id))
                    .isEqualTo("invalid_scheduled_message_id");
        }

        private String schedule(long at) {
            return api.ok(
                            "chat.scheduleMessage",
                            "channel",
                            room.id(),
                            "text",
                            "later",
                            "post_at",
                            "" + at)
                    .path("scheduled_message_id")
                    .asString();
        }

        private String error(long at) {
            return api.error(
                    "chat.scheduleMessage",
                    "channel",
                    room.id(),
                    "text",
                    "later",
                    "post_at",
                    "" + at);
        }
    }

    @Test
    void a_permalink_leads_to_the_message() {
        String ts = post("here").path("ts").asString();
        String link =
                api.ok("chat.getPermalink", "channel", room.id(), "message_ts", ts)
                        .path("permalink")
                        .asString();

        assertThat(link)
                .isEqualTo(sandbox.page() + "archives/" + room.id() + "/p" + ts.replace(".", ""));
    }

    @Test
    void an_unfurl_hangs_on_the_message() {
        Message message = ana().says(room, "see https://example.com/a");
        api.ok(
                "chat.unfurl",
                "channel",
                room.id(),
                "ts",
                message.ts(),
                "unfurls",
                "{\"https://example.com/a\":{\"text\":\"what it is\"}}");

        assertThat(message.plainText()).contains("what it is");
        assertThat(api.error("chat.unfurl", "channel", room.id(), "ts", message.ts()))
                .isEqualTo("missing_unfurls");
    }

    @Test
    void an_entity_hangs_on_the_message_if_it_is_well_formed() {
        Message message = ana().says(room, "see https://example.com/a");
        String[] there = {"channel", room.id(), "ts", message.ts()};
        api.ok(
                "chat.unfurl",
                "unfurl_id",
                room.id() + "." + message.ts(),
                "source",
                "conversations_history",
                "metadata",
                entity("https://example.com/a", "status"));

        assertThat(message.plainText()).contains("INC-1 is down", "On fire");
        assertThat(unfurlError(there, entity("https://example.com/b", "status")))
                .isEqualTo("cannot_unfurl_url");
        assertThat(unfurlError(there, entity("https://example.com/a", "mood")))
                .isEqualTo("invalid_metadata_schema");
        assertThat(unfurlError(there, "{\"entities\":[]}")).isEqualTo("invalid_metadata_schema");
        assertThat(unfurlError(there, "[]")).isEqualTo("invalid_metadata_format");
        assertThat(api.error("chat.unfurl", "metadata", "{}")).isEqualTo("missing_channel");
    }

    private String unfurlError(String[] there, String metadata) {
        return api.error(
                "chat.unfurl", there[0], there[1], there[2], there[3], "metadata", metadata);
    }

    private static String entity(String posted, String field) {
        return """
        {"entities": [{
          "entity_type": "slack#/entities/incident",
          "url": "https://example.com/a",
          "app_unfurl_url": "%s",
          "external_ref": {"id": "INC-1"},
          "entity_payload": {
            "attributes": {"title": {"text": "INC-1 is down"}},
            "fields": {"%s": {"value": "On fire"}}}}]}
        """
                .formatted(posted, field);
    }

    private JsonNode post(String text) {
        return api.ok("chat.postMessage", "channel", room.id(), "text", text);
    }

    @Test
    void a_message_from_the_app_says_so() {
        JsonNode message = post("hello").path("message");

        assertThat(Json.text(message, "bot_id")).startsWith("B");
        assertThat(Json.text(message, "app_id")).isEqualTo(sandbox.appId());
        assertThat(message.path("bot_profile").path("name").asString()).isEqualTo("App");
    }
}
