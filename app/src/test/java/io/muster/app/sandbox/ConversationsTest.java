package io.muster.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class ConversationsTest extends SandboxTest {
    @Override
    SandboxOptions.Builder options(SandboxOptions.Builder usual) {
        return super.options(usual)
                .seed(
                        Seed.of(
                                        PersonSeed.of("ana", "Ana Ruiz", ""),
                                        PersonSeed.of("ben", "Ben Okafor", ""),
                                        PersonSeed.of("gone", "Gone Girl", "")
                                                .as(PersonSeed.Standing.DEACTIVATED),
                                        PersonSeed.of("guest", "Gus Guest", "")
                                                .as(PersonSeed.Standing.SINGLE_CHANNEL_GUEST),
                                        PersonSeed.of("far", "Fay Faraway", "")
                                                .as(PersonSeed.Standing.STRANGER))
                                .with(ChannelSeed.closed("secret", "ana"))
                                .with(UsergroupSeed.of("sre", "SRE", "ana")));
    }

    @Nested
    class Names {
        static Stream<Arguments> refused() {
            return Stream.of(
                    Arguments.of("", "invalid_name_required"),
                    Arguments.of("a".repeat(81), "invalid_name_maxlength"),
                    Arguments.of("Upper", "invalid_name_specials"),
                    Arguments.of("with space", "invalid_name_specials"),
                    Arguments.of("dot.ted", "invalid_name_specials"),
                    Arguments.of("caf\u00e9", "invalid_name_specials"),
                    Arguments.of("---", "invalid_name_punctuation"),
                    Arguments.of("here", "invalid_name"),
                    Arguments.of("general", "name_taken"),
                    Arguments.of("secret", "name_taken"),
                    Arguments.of("sre", "name_taken"));
        }

        @ParameterizedTest
        @MethodSource("refused")
        void are_refused_by_rule(String name, String error) {
            assertThat(api.error("conversations.create", "name", name)).isEqualTo(error);
        }

        @Test
        void may_have_eighty_characters() {
            assertThat(api.error("conversations.create", "name", "a".repeat(80))).isEmpty();
        }

        @Test
        void stay_taken_when_the_channel_is_archived() {
            ana().archives(room("old"));

            assertThat(api.error("conversations.create", "name", "old")).isEqualTo("name_taken");
        }
    }

    @Nested
    class Creating {
        @Test
        void makes_the_app_a_member_and_answers_the_whole_channel() {
            JsonNode channel = api.ok("conversations.create", "name", "fresh").path("channel");

            assertThat(channel.path("id").asString()).startsWith("C");
            assertThat(channel.path("is_member").asBoolean()).isTrue();
            assertThat(channel.path("creator").asString()).isEqualTo(sandbox.botUserId());
            assertThat(channel.path("topic").path("value").asString()).isEmpty();
        }

        @Test
        void a_private_channel_is_invisible_to_others() {
            api.ok("conversations.create", "name", "ours", "is_private", "true");
            Channel theirs = sandbox.workspace().channel("secret");

            assertThat(api.error("conversations.info", "channel", theirs.id()))
                    .isEqualTo("channel_not_found");
            assertThat(api.error("chat.postMessage", "channel", theirs.id(), "text", "hi"))
                    .isEqualTo("channel_not_found");
            assertThat(api.error("conversations.join", "channel", theirs.id()))
                    .isEqualTo("channel_not_found");
            assertThat(
                            names(
                                    api.ok(
                                            "conversations.list",
                                            "types",
                                            "private_channel,public_channel")))
                    .contains("ours", "general")
                    .doesNotContain("secret");
        }
    }

    @Nested
    class Inviting {
        @ParameterizedTest
        @CsvSource({
            "gone, cant_invite",
            "guest, ura_max_channels",
            "far, org_user_not_in_team",
        })
        void some_cannot_come_in(String handle, String error) {
            Channel room = room("party");
            String id = sandbox.workspace().person(idOf(handle)).id();

            assertThat(api.error("conversations.invite", "channel", room.id(), "users", id))
                    .isEqualTo(error);
        }

        @Test
        void one_bad_guest_spoils_it_for_all_and_every_refusal_is_named() {
            String id =
                    api.ok("conversations.create", "name", "party")
                            .path("channel")
                            .path("id")
                            .asString();
            JsonNode answer =
                    api.call(
                            "conversations.invite",
                            "channel",
                            id,
                            "users",
                            ana().id() + ",U404," + sandbox.botUserId());

            assertThat(answer.path("error").asString()).isEqualTo("user_not_found");
            assertThat(answer.path("errors").findValuesAsString("error"))
                    .containsExactly("user_not_found", "cant_invite_self");
            assertThat(sandbox.workspace().channel("party").has(ana())).isFalse();
        }

        @Test
        void with_force_the_good_ones_come_in() {
            String id =
                    api.ok("conversations.create", "name", "party")
                            .path("channel")
                            .path("id")
                            .asString();
            JsonNode answer =
                    api.ok(
                            "conversations.invite",
                            "channel",
                            id,
                            "users",
                            ana().id() + ",U404",
                            "force",
                            "true");

            assertThat(answer.path("errors").size()).isEqualTo(1);
            assertThat(sandbox.workspace().channel("party").has(ana())).isTrue();
        }

        @Test
        void who_is_in_already_cannot_be_invited_again() {
            Channel room = room("party");

            assertThat(api.error("conversations.invite", "channel", room.id(), "users", ana().id()))
                    .isEqualTo("already_in_channel");
        }

        @Test
        void takes_a_hundred_at_once() {
            Channel room = room("party");
            String many = String.join(",", IntStream.range(0, 101).mapToObj(i -> "U" + i).toList());

            assertThat(api.error("conversations.invite", "channel", room.id(), "users", many))
                    .isEqualTo("invalid_arguments");
        }

        @Test
        void needs_to_be_inside_and_the_channel_open() {
            assertThat(
                            api.error(
                                    "conversations.invite",
                                    "channel",
                                    general().id(),
                                    "users",
                                    ana().id()))
                    .isEqualTo("not_in_channel");
            assertThat(api.error("conversations.invite", "channel", room("a").id()))
                    .isEqualTo("no_user");
        }
    }

    @Nested
    class Words {
        @Test
        void topic_and_purpose_hold_two_hundred_and_fifty_characters() {
            Channel room = room("talk");

            assertThat(topic(room, "x".repeat(250))).isEmpty();
            assertThat(topic(room, "x".repeat(251))).isEqualTo("too_long");
            assertThat(topic(general(), "x")).isEqualTo("not_in_channel");
            assertThat(room.topic()).hasSize(250);
        }

        @Test
        void a_new_topic_leaves_a_line_and_the_same_one_does_not() {
            Channel room = room("talk");
            topic(room, "first");
            topic(room, "first");

            assertThat(room.messages())
                    .filteredOn(message -> message.subtype().equals("channel_topic"))
                    .hasSize(1);
        }

        private String topic(Channel room, String words) {
            return api.error("conversations.setTopic", "channel", room.id(), "topic", words);
        }
    }

    @Nested
    class Ending {
        @Test
        void an_archived_channel_takes_nothing_more() {
            Channel room = room("done");
            String ts =
                    api.ok("chat.postMessage", "channel", room.id(), "text", "last")
                            .path("ts")
                            .asString();
            api.ok("conversations.archive", "channel", room.id());

            assertThat(api.error("conversations.archive", "channel", room.id()))
                    .isEqualTo("already_archived");
            assertThat(api.error("chat.postMessage", "channel", room.id(), "text", "more"))
                    .isEqualTo("is_archived");
            assertThat(api.error("chat.update", "channel", room.id(), "ts", ts, "text", "more"))
                    .isEqualTo("is_inactive");
            assertThat(api.error("conversations.rename", "channel", room.id(), "name", "new"))
                    .isEqualTo("is_archived");
        }

        @Test
        void a_bot_cannot_bring_it_back_and_a_person_can() {
            Channel room = room("done");
            api.ok("conversations.archive", "channel", room.id());

            assertThat(api.error("conversations.unarchive", "channel", room.id()))
                    .isEqualTo("not_in_channel");
            ana().unarchives(room);
            assertThat(api.error("conversations.unarchive", "channel", room.id()))
                    .isEqualTo("not_archived");
            assertThat(room.hasApp()).isFalse();
        }

        @Test
        void general_cannot_be_archived_or_left() {
            api.ok("conversations.join", "channel", general().id());

            assertThat(api.error("conversations.archive", "channel", general().id()))
                    .isEqualTo("cant_archive_general");
            assertThat(api.error("conversations.leave", "channel", general().id()))
                    .isEqualTo("cant_leave_general");
        }
    }

    @Nested
    class ComingAndGoing {
        @Test
        void a_channel_may_become_private_and_keep_its_id() {
            Channel room = room("open");
            ana().makesPrivate(room);
            assertThat(
                            api.ok("conversations.info", "channel", room.id())
                                    .path("channel")
                                    .path("is_private")
                                    .asBoolean())
                    .isTrue();

            ana().removesApp(room);
            assertThat(api.error("conversations.info", "channel", room.id()))
                    .isEqualTo("channel_not_found");
        }

        @Test
        void joining_twice_is_a_success_with_a_warning() {
            api.ok("conversations.join", "channel", general().id());

            assertThat(
                            api.ok("conversations.join", "channel", general().id())
                                    .path("warning")
                                    .asString())
                    .isEqualTo("already_in_channel");
        }

        @Test
        void kicking_has_its_refusals() {
            Channel room = room("ring");

            assertThat(kick(room, sandbox.botUserId())).isEqualTo("cant_kick_self");
            assertThat(kick(room, "U404")).isEqualTo("user_not_found");
            assertThat(kick(room, ana().id())).isEmpty();
            assertThat(kick(room, ana().id())).isEqualTo("not_in_channel");
        }

        @Test
        void who_was_thrown_out_of_a_private_channel_no_longer_finds_it() {
            String id =
                    api.ok("conversations.create", "name", "hush", "is_private", "1")
                            .path("channel")
                            .path("id")
                            .asString();
            api.ok("conversations.invite", "channel", id, "users", ana().id());
            ana().removesApp(sandbox.workspace().channel("hush"));

            assertThat(api.error("conversations.members", "channel", id))
                    .isEqualTo("channel_not_found");
        }

        private String kick(Channel room, String user) {
            return api.error("conversations.kick", "channel", room.id(), "user", user);
        }
    }

    @Nested
    class Renaming {
        @Test
        void is_for_what_the_app_made_itself() {
            Channel room = room("before");
            api.ok("conversations.rename", "channel", room.id(), "name", "after");
            assertThat(room.name()).isEqualTo("after");

            Channel theirs = sandbox.workspace().createChannel(ana(), "theirs", false);
            api.ok("conversations.join", "channel", theirs.id());
            assertThat(api.error("conversations.rename", "channel", theirs.id(), "name", "mine"))
                    .isEqualTo("not_authorized");
        }
    }

    @Nested
    class Listing {
        @Test
        void pages_may_be_short_or_empty_and_yet_not_the_last() {
            for (int i = 0; i < 5; i++) {
                room("room-" + i);
            }
            List<String> all = new ArrayList<>();
            String cursor = "";
            int pages = 0;
            do {
                JsonNode page = api.ok("conversations.list", "limit", "2", "cursor", cursor);
                all.addAll(names(page));
                cursor = page.path("response_metadata").path("next_cursor").asString();
                pages++;
            } while (!cursor.isEmpty());

            assertThat(pages).isGreaterThanOrEqualTo(4);
            assertThat(all).contains("general", "room-0", "room-4").doesNotHaveDuplicates();
        }

        @Test
        void a_cursor_that_slack_did_not_give_is_invalid() {
            assertThat(api.error("conversations.list", "cursor", "nonsense"))
                    .isEqualTo("invalid_cursor");
            assertThat(api.error("conversations.list", "types", "cats")).isEqualTo("invalid_types");
        }
    }

    @Nested
    class DirectMessages {
        @Test
        void a_user_id_opens_the_conversation() {
            String im =
                    api.ok("conversations.open", "users", ana().id())
                            .path("channel")
                            .path("id")
                            .asString();
            api.ok("chat.postMessage", "channel", ana().id(), "text", "just you");

            assertThat(im).startsWith("D");
            assertThat(ana().directMessages())
                    .extracting(Message::plainText)
                    .containsExactly("just you");
            assertThat(ben().directMessages()).isEmpty();
        }

        @Test
        void who_is_gone_cannot_be_spoken_to() {
            String gone = sandbox.workspace().person(idOf("gone")).id();

            assertThat(api.error("conversations.open", "users", gone)).isEqualTo("user_disabled");
            assertThat(api.error("conversations.open")).isEqualTo("users_list_not_supplied");
        }
    }

    /** Deactivated people are not among the persons; they are found by name all the same. */
    private String idOf(String handle) {
        return api.ok("users.list").path("members").findParents("name").stream()
                .filter(user -> user.path("name").asString().equals(handle))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private static List<String> names(JsonNode answer) {
        List<String> names = new ArrayList<>();
        answer.path("channels").forEach(channel -> names.add(channel.path("name").asString()));
        return names;
    }
}
