package io.muster.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.app.sandbox.FakeApp.Got;
import io.muster.app.sandbox.FakeApp.Says;
import io.muster.app.sandbox.json.Json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.Map;

class EventsTest extends AppTest {
    private Channel room;

    @BeforeEach
    void makeRoom() {
        room = room("room");
        settle();
        app.got().clear();
    }

    private void settle() {
        await().until(sandbox::isQuiet);
    }

    @Test
    void an_event_comes_in_its_envelope() {
        ana().says(room, "hello <there>");
        JsonNode body = next("message").payload();

        assertThat(body.propertyNames())
                .contains(
                        "token",
                        "team_id",
                        "api_app_id",
                        "event",
                        "type",
                        "event_id",
                        "event_time",
                        "authorizations",
                        "is_ext_shared_channel",
                        "event_context");
        assertThat(body.path("event_id").asString()).startsWith("Ev");
        assertThat(body.path("authorizations").get(0).path("is_bot").asBoolean()).isTrue();
        assertThat(body.path("event").path("text").asString()).isEqualTo("hello &lt;there&gt;");
        assertThat(body.path("event").path("channel_type").asString()).isEqualTo("channel");
        assertThat(body.path("event").path("blocks").get(0).path("type").asString())
                .isEqualTo("rich_text");
    }

    @Test
    void a_mention_of_the_app_comes_twice_under_two_names() {
        ana().says(room, "<@" + sandbox.botUserId() + "> hi");
        ana().says(room, "@app hi");

        assertThat(next("app_mention").payload().path("event").path("text").asString())
                .contains("hi");
        assertThat(next("message").payload().path("event").path("channel").asString())
                .isEqualTo(room.id());
    }

    @Test
    void the_app_hears_nothing_of_where_it_is_not() {
        ana().says(general(), "psst");
        ana().reacts(general().message("psst"), "eyes");
        settle();

        assertThat(app.got()).isEmpty();
    }

    @Test
    void direct_messages_have_their_own_type() {
        ana().says("only you");

        assertThat(next("message").payload().path("event").path("channel_type").asString())
                .isEqualTo("im");
    }

    @Test
    void an_edit_and_a_deletion_tell_what_was_before() {
        String ts =
                api.ok("chat.postMessage", "channel", room.id(), "text", "one")
                        .path("ts")
                        .asString();
        api.ok("chat.update", "channel", room.id(), "ts", ts, "text", "two");
        api.ok("chat.delete", "channel", room.id(), "ts", ts);
        settle();
        List<JsonNode> events =
                app.got("message").stream().map(got -> got.payload().path("event")).toList();

        JsonNode changed = subtype(events, "message_changed");
        assertThat(changed.path("previous_message").path("text").asString()).isEqualTo("one");
        assertThat(changed.path("message").path("text").asString()).isEqualTo("two");
        assertThat(subtype(events, "message_deleted").path("deleted_ts").asString()).isEqualTo(ts);
    }

    private static JsonNode subtype(List<JsonNode> events, String subtype) {
        return events.stream()
                .filter(event -> Json.text(event, "subtype").equals(subtype))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void people_come_and_go() {
        Person eve = sandbox.workspace().person("eve");
        eve.joins(room);
        assertThat(next("member_joined_channel").payload().path("event").path("user").asString())
                .isEqualTo(eve.id());
        eve.leaves(room);
        assertThat(
                        next("member_left_channel")
                                .payload()
                                .path("event")
                                .path("channel_type")
                                .asString())
                .isEqualTo("C");
    }

    @Test
    void a_channel_and_a_group_have_events_of_different_names() {
        ana().renames(room, "other");
        assertThat(
                        next("channel_rename")
                                .payload()
                                .path("event")
                                .path("channel")
                                .path("name")
                                .asString())
                .isEqualTo("other");
        ana().archives(room);
        assertThat(next("channel_archive").payload().path("event").path("user").asString())
                .isEqualTo(ana().id());

        String hidden =
                api.ok("conversations.create", "name", "hush", "is_private", "1")
                        .path("channel")
                        .path("id")
                        .asString();
        api.ok("conversations.invite", "channel", hidden, "users", ana().id());
        ana().archives(sandbox.workspace().channel("hush"));
        assertThat(next("group_archive").payload().path("event").path("channel").asString())
                .isEqualTo(hidden);
    }

    @Test
    void pins_reactions_and_files_are_told() {
        Message message = ana().says(room, "look");
        ben().reacts(message, "eyes");
        assertThat(next("reaction_added").payload().path("event").path("item_user").asString())
                .isEqualTo(ana().id());
        ben().pins(message);
        assertThat(
                        next("pin_added")
                                .payload()
                                .path("event")
                                .path("item")
                                .path("message")
                                .path("text")
                                .asString())
                .isEqualTo("look");
        ben().sharesFile(room, "a.txt", new byte[] {1});
        assertThat(next("file_shared").payload().path("event").path("channel_id").asString())
                .isEqualTo(room.id());
    }

    @Nested
    class Retries {
        @Test
        void come_at_once_after_a_minute_and_after_five() {
            app.does(any -> Says.status(500));
            ana().says(room, "again");
            awaitAttempts(2);
            assertThat(attempt(1).header("X-Slack-Retry-Num")).isEqualTo("1");
            assertThat(attempt(1).header("X-Slack-Retry-Reason")).isEqualTo("http_error");
            assertThat(attempt(0).header("X-Slack-Retry-Num")).isEmpty();

            clock.turn(Duration.ofSeconds(59));
            aFewTicks();
            assertThat(attempts()).hasSize(2);
            clock.turn(Duration.ofSeconds(1));
            awaitAttempts(3);
            clock.turn(Duration.ofMinutes(5));
            awaitAttempts(4);
            clock.turn(Duration.ofHours(1));
            aFewTicks();

            assertThat(attempts()).hasSize(4);
            assertThat(
                            attempts().stream()
                                    .map(got -> Json.text(got.payload(), "event_id"))
                                    .distinct())
                    .hasSize(1);
        }

        @Test
        void name_a_time_out() {
            app.does(any -> {
                if (attempts().size() == 1) {
                    clock.turn(Duration.ofSeconds(3));
                    pause();
                }
                return Says.NOTHING;
            });
            ana().says(room, "slow");
            awaitAttempts(2);

            assertThat(attempt(1).header("X-Slack-Retry-Reason")).isEqualTo("http_timeout");
        }

        @Test
        void can_be_declined() {
            app.does(any -> new Says(500, "text/plain", "", Map.of("x-slack-no-retry", "1")));
            ana().says(room, "never");
            awaitAttempts(1);
            clock.turn(Duration.ofMinutes(10));
            aFewTicks();

            assertThat(attempts()).hasSize(1);
        }

        @Test
        void follow_two_redirects_and_no_third() {
            app.does(any -> new Says(302, "text/plain", "", Map.of("Location", "/elsewhere")));
            ana().says(room, "round");
            awaitAttempts(6);

            assertThat(attempt(3).header("X-Slack-Retry-Reason")).isEqualTo("too_many_redirects");
        }

        private List<Got> attempts() {
            return app.got("message");
        }

        private Got attempt(int number) {
            return attempts().get(number);
        }

        private void awaitAttempts(int number) {
            await().until(() -> attempts().size() >= number);
            settle();
        }

        /** Time enough for the sandbox to look at its clock. */
        private void aFewTicks() {
            await().during(Duration.ofMillis(80)).until(sandbox::isQuiet);
        }

        private static void pause() {
            try {
                Thread.sleep(150);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Nested
    class Trouble {
        @Test
        void the_same_event_may_come_several_times_at_once() {
            sandbox.faults().duplicateDeliveries(3);
            ana().says(room, "thrice");
            await().until(() -> app.got("message").size() == 3);

            assertThat(
                            app.got("message").stream()
                                    .map(got -> Json.text(got.payload(), "event_id"))
                                    .distinct())
                    .hasSize(1);
        }

        @Test
        void events_may_come_in_another_order() {
            sandbox.faults().reorderEvents(2);
            ana().says(room, "first");
            settle();
            assertThat(app.got()).isEmpty();
            ana().says(room, "second");

            await().until(() -> app.got("message").size() == 2);
        }

        @Test
        void an_event_may_be_lost_and_come_later() {
            sandbox.faults().loseDeliveries(1);
            ana().says(room, "lost");
            clock.turn(Duration.ofSeconds(3));

            assertThat(next("message").header("X-Slack-Retry-Num")).isEqualTo("1");
        }

        @Test
        void the_app_is_told_that_it_was_removed() {
            sandbox.faults().uninstall();

            next("app_uninstalled");
            assertThat(
                            next("tokens_revoked")
                                    .payload()
                                    .path("event")
                                    .path("tokens")
                                    .path("bot")
                                    .get(0)
                                    .asString())
                    .isEqualTo(sandbox.botUserId());
            assertThat(api.error("auth.test")).isEqualTo("account_inactive");
        }
    }

    private Got next(String type) {
        await().until(() -> !app.got(type).isEmpty());
        return app.got(type).getFirst();
    }
}
