package io.muster.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** What hangs on channels and messages: pins, bookmarks, reactions, files, canvases, groups. */
class ChannelThingsTest extends SandboxTest {
    private Channel room;
    private String ts = "";

    @Override
    SandboxOptions.Builder options(SandboxOptions.Builder usual) {
        return super.options(usual)
                .seed(Seed.small().with(UsergroupSeed.of("sre", "Reliability", "ana", "dev")));
    }

    @BeforeEach
    void makeRoom() {
        room = room("room");
        ts = api.ok("chat.postMessage", "channel", room.id(), "text", "card").path("ts").asString();
    }

    @Nested
    class Pins {
        @Test
        void go_on_once_and_off_once() {
            assertThat(pin("pins.add", ts)).isEmpty();
            assertThat(pin("pins.add", ts)).isEqualTo("already_pinned");
            assertThat(room.pins()).extracting(Message::plainText).containsExactly("card");
            JsonNode item = api.ok("pins.list", "channel", room.id()).path("items").get(0);
            assertThat(item.path("message").path("permalink").asString()).contains("/archives/");
            assertThat(pin("pins.remove", ts)).isEmpty();
            assertThat(pin("pins.remove", ts)).isEqualTo("no_pin");
        }

        @ParameterizedTest
        @CsvSource({"'', no_item_specified", "abc, bad_timestamp", "1.000001, message_not_found"})
        void need_a_message(String stamp, String error) {
            assertThat(pin("pins.add", stamp)).isEqualTo(error);
        }

        @Test
        void are_counted() {
            for (int i = 0; i < 100; i++) {
                String one =
                        api.ok("chat.postMessage", "channel", room.id(), "text", "p" + i)
                                .path("ts")
                                .asString();
                assertThat(pin("pins.add", one)).isEmpty();
            }
            assertThat(pin("pins.add", ts)).isEqualTo("too_many_pins");
        }

        private String pin(String method, String stamp) {
            return api.error(method, "channel", room.id(), "timestamp", stamp);
        }
    }

    @Nested
    class Bookmarks {
        @ParameterizedTest
        @CsvSource({
            "ftp://x, '', invalid_link",
            "'', '', invalid_link",
            "https://x.y, :nosuch:, invalid_emoji",
            "https://x.y, :books:, ''",
        })
        void need_a_web_address_and_a_known_emoji(String link, String emoji, String error) {
            assertThat(add("T", link, emoji)).isEqualTo(error);
        }

        @Test
        void have_titles_of_256_and_links_of_2048_characters() {
            assertThat(add("t".repeat(256), "https://" + "x".repeat(2040), "")).isEmpty();
            assertThat(add("t".repeat(257), "https://x", "")).isEqualTo("invalid_arguments");
            assertThat(add("t", "https://" + "x".repeat(2041), "")).isEqualTo("invalid_link");
        }

        @Test
        void are_changed_and_removed_by_id() {
            add("Doc", "https://x.y", "");
            String id =
                    api.ok("bookmarks.list", "channel_id", room.id())
                            .path("bookmarks")
                            .get(0)
                            .path("id")
                            .asString();
            api.ok("bookmarks.edit", "channel_id", room.id(), "bookmark_id", id, "title", "Doc 2");
            assertThat(room.bookmarks()).extracting(Channel.Link::title).containsExactly("Doc 2");

            api.ok("bookmarks.remove", "channel_id", room.id(), "bookmark_id", id);
            assertThat(api.error("bookmarks.remove", "channel_id", room.id(), "bookmark_id", id))
                    .isEqualTo("not_found");
        }

        private String add(String title, String link, String emoji) {
            return api.error(
                    "bookmarks.add",
                    "channel_id",
                    room.id(),
                    "title",
                    title,
                    "type",
                    "link",
                    "link",
                    link,
                    "emoji",
                    emoji);
        }
    }

    @Nested
    class Reactions {
        @Test
        void are_given_once_by_each() {
            assertThat(react("reactions.add", "eyes")).isEmpty();
            assertThat(react("reactions.add", "eyes")).isEqualTo("already_reacted");
            ana().reacts(room.message("card"), ":eyes:");
            assertThat(
                            api.ok("reactions.get", "channel", room.id(), "timestamp", ts)
                                    .path("message")
                                    .path("reactions")
                                    .get(0)
                                    .path("count")
                                    .asInt())
                    .isEqualTo(2);
            assertThat(react("reactions.remove", "eyes")).isEmpty();
            assertThat(react("reactions.remove", "eyes")).isEqualTo("no_reaction");
            assertThat(react("reactions.add", "nosuch")).isEqualTo("invalid_name");
        }

        private String react(String method, String name) {
            return api.error(method, "channel", room.id(), "timestamp", ts, "name", name);
        }
    }

    @Nested
    class Files {
        @Test
        void come_in_three_steps() {
            JsonNode promise = promise("log.txt", 5);
            assertThat(upload(promise, "hello").statusCode()).isEqualTo(200);
            JsonNode file = complete(promise, room.id()).path("files").get(0);

            assertThat(room.message("look").json().path("files").get(0).path("name").asString())
                    .isEqualTo("log.txt");
            String url = file.path("url_private_download").asString();
            assertThat(download(url, sandbox.botToken()).body()).isEqualTo("hello");
            assertThat(download(url, "").statusCode()).isEqualTo(302);
        }

        @Test
        void with_another_number_of_bytes_are_not_taken() {
            JsonNode promise = promise("log.txt", 5);

            assertThat(upload(promise, "hello!").statusCode()).isEqualTo(400);
            assertThat(complete(promise, room.id()).path("error").asString())
                    .isEqualTo("file_not_found");
        }

        @Test
        void are_shared_only_where_the_app_is() {
            JsonNode promise = promise("log.txt", 5);
            upload(promise, "hello");

            assertThat(complete(promise, general().id()).path("error").asString())
                    .isEqualTo("not_in_channel");
            assertThat(complete(promise, room.id()).path("ok").asBoolean()).isTrue();
        }

        @Test
        void are_found_while_they_last() {
            Message shared = ana().sharesFile(room, "photo.png", new byte[] {1, 2, 3});
            String id = shared.json().path("files").get(0).path("id").asString();

            assertThat(api.ok("files.info", "file", id).path("file").path("mimetype").asString())
                    .isEqualTo("image/png");
            assertThat(api.error("files.delete", "file", id)).isEqualTo("cant_delete_file");
            assertThat(api.error("files.info", "file", "F404")).isEqualTo("file_not_found");
        }

        private JsonNode promise(String name, int length) {
            return api.ok("files.getUploadURLExternal", "filename", name, "length", "" + length);
        }

        private HttpResponse<String> upload(JsonNode promise, String content) {
            return api.exchange(
                    HttpRequest.newBuilder(URI.create(promise.path("upload_url").asString()))
                            .POST(BodyPublishers.ofString(content))
                            .build());
        }

        private JsonNode complete(JsonNode promise, String channel) {
            return api.call(
                    "files.completeUploadExternal",
                    "files",
                    "[{\"id\":\"%s\"}]".formatted(promise.path("file_id").asString()),
                    "channel_id",
                    channel,
                    "initial_comment",
                    "look");
        }

        private HttpResponse<String> download(String url, String token) {
            return api.exchange(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Authorization", "Bearer " + token)
                            .build());
        }
    }

    @Nested
    class Canvases {
        @Test
        void are_one_for_each_channel() {
            create("# Plan\n\nfirst");

            assertThat(room.canvas()).hasValue("# Plan\n\nfirst");
            assertThat(
                            api.error(
                                    "conversations.canvases.create",
                                    "channel_id",
                                    room.id(),
                                    "document_content",
                                    content("x")))
                    .isEqualTo("channel_canvas_already_exists");
        }

        @Test
        void are_changed_one_section_at_a_time() {
            String id = create("# Plan\n\nfirst\n\n## Later\n\nlast");
            String section =
                    api.ok(
                                    "canvases.sections.lookup",
                                    "canvas_id",
                                    id,
                                    "criteria",
                                    "{\"contains_text\":\"first\"}")
                            .path("sections")
                            .get(0)
                            .path("id")
                            .asString();
            edit(id, change("replace", section, "second"));
            edit(id, change("insert_after", section(id), "- a\n- b"));
            edit(id, change("insert_at_end", "", "end"));

            assertThat(room.canvas())
                    .hasValue("# Plan\n\nsecond\n\n## Later\n\n- a\n- b\n\nlast\n\nend");
            assertThat(
                            edit(
                                    id,
                                    change("insert_at_end", "", "a")
                                            + ","
                                            + change("insert_at_end", "", "b")))
                    .isEqualTo("invalid_arguments");
            assertThat(edit(id, change("replace", "temp:C:none", "x")))
                    .isEqualTo("canvas_editing_failed");
        }

        private String section(String id) {
            return api.ok(
                            "canvases.sections.lookup",
                            "canvas_id",
                            id,
                            "criteria",
                            "{\"section_types\":[\"h2\"]}")
                    .path("sections")
                    .get(0)
                    .path("id")
                    .asString();
        }

        @Test
        void cannot_hold_everything() {
            assertThat(createError("#### too deep")).isEqualTo("canvas_creation_failed");
            assertThat(createError("|a|b|\n|-|-|\n" + "|1|2|\n".repeat(150)))
                    .isEqualTo("canvas_creation_failed");
            assertThat(createError("x".repeat(1024 * 1024 + 1)))
                    .isEqualTo("canvas_creation_failed");
        }

        @Test
        void stand_alone_too_and_are_shared_one_by_one() {
            String id =
                    api.ok("canvases.create", "title", "Doc", "document_content", content("a"))
                            .path("canvas_id")
                            .asString();

            assertThat(access(id, "[\"" + ana().id() + "\"]")).isEmpty();
            assertThat(access(id, "[\"" + ana().id() + "\",\"" + ben().id() + "\"]"))
                    .isEqualTo("invalid_parameters");
            assertThat(access(create("x"), "[\"" + ana().id() + "\"]"))
                    .isEqualTo("canvas_not_found");
            api.ok("canvases.delete", "canvas_id", id);
            assertThat(api.error("canvases.delete", "canvas_id", id)).isEqualTo("canvas_not_found");
        }

        private String access(String id, String users) {
            return api.error(
                    "canvases.access.set",
                    "canvas_id",
                    id,
                    "access_level",
                    "read",
                    "user_ids",
                    users);
        }

        private String create(String markdown) {
            return api.ok(
                            "conversations.canvases.create",
                            "channel_id",
                            room.id(),
                            "document_content",
                            content(markdown))
                    .path("canvas_id")
                    .asString();
        }

        private String createError(String markdown) {
            return api.error(
                    "conversations.canvases.create",
                    "channel_id",
                    room.id(),
                    "document_content",
                    content(markdown));
        }

        private String edit(String id, String changes) {
            return api.error("canvases.edit", "canvas_id", id, "changes", "[" + changes + "]");
        }

        private static String change(String operation, String section, String markdown) {
            return "{\"operation\":\"%s\",\"section_id\":\"%s\",\"document_content\":%s}"
                    .formatted(operation, section, content(markdown));
        }

        private static String content(String markdown) {
            return "{\"type\":\"markdown\",\"markdown\":\"" + markdown.replace("\n", "\\n") + "\"}";
        }
    }

    @Nested
    class Usergroups {
        @Test
        void are_listed_and_replaced_as_a_whole() {
            JsonNode group =
                    api.ok("usergroups.list", "include_users", "true").path("usergroups").get(0);
            String id = group.path("id").asString();
            assertThat(group.path("handle").asString()).isEqualTo("sre");
            assertThat(group.path("users").size()).isEqualTo(2);

            api.ok("usergroups.users.update", "usergroup", id, "users", ben().id());
            assertThat(sandbox.workspace().usergroupMembers("sre")).containsExactly(ben().id());
            assertThat(update(id, "")).isEqualTo("no_users_provided");
            assertThat(update(id, "[]")).isEmpty();
            assertThat(sandbox.workspace().usergroupMembers("sre")).isEmpty();
            assertThat(update(id, "U404")).isEqualTo("invalid_users");
            assertThat(update("S404", ana().id())).isEqualTo("no_such_subteam");
        }

        @Test
        void share_their_handles_with_channels_and_people() {
            assertThat(api.error("usergroups.create", "name", "N", "handle", "sre"))
                    .isEqualTo("handle_already_exists");
            assertThat(api.error("usergroups.create", "name", "N", "handle", "general"))
                    .isEqualTo("handle_already_exists");
            assertThat(api.error("usergroups.create", "name", "N", "handle", "ana"))
                    .isEqualTo("handle_already_exists");
            assertThat(api.error("usergroups.create", "name", "Reliability", "handle", "rel"))
                    .isEqualTo("name_already_exists");
            assertThat(api.error("usergroups.create", "name", "N", "handle", "B A D"))
                    .isEqualTo("bad_handle");
        }

        private String update(String id, String users) {
            return api.error("usergroups.users.update", "usergroup", id, "users", users);
        }
    }

    @Nested
    class People {
        @Test
        void are_found_by_address_whatever_its_case() {
            assertThat(
                            api.ok("users.lookupByEmail", "email", "ANA@example.com")
                                    .path("user")
                                    .path("id")
                                    .asString())
                    .isEqualTo(ana().id());
            assertThat(api.error("users.lookupByEmail", "email", "no@example.com"))
                    .isEqualTo("users_not_found");
        }

        @Test
        void slackbot_is_among_them_and_says_it_is_no_bot() {
            assertThat(
                            api.ok("users.info", "user", "USLACKBOT")
                                    .path("user")
                                    .path("is_bot")
                                    .asBoolean())
                    .isFalse();
            assertThat(
                            api.error(
                                    "conversations.invite",
                                    "channel",
                                    room.id(),
                                    "users",
                                    "USLACKBOT"))
                    .isEqualTo("cant_invite");
        }

        @Test
        void are_marked_as_what_they_are() {
            sandbox.workspace().deactivate(ben());
            JsonNode user = api.ok("users.info", "user", ana().id()).path("user");

            assertThat(user.path("tz").asString()).isEqualTo("Europe/Madrid");
            assertThat(user.path("tz_offset").asInt()).isEqualTo(3600);
            assertThat(api.ok("users.list").path("members").size()).isEqualTo(7);
            assertThat(api.error("users.lookupByEmail", "email", "ben@example.com"))
                    .isEqualTo("users_not_found");
        }
    }
}
