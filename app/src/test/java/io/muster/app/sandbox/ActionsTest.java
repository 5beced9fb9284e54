package io.muster.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.app.sandbox.FakeApp.Says;
import io.muster.app.sandbox.json.Json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.time.Duration;

class ActionsTest extends AppTest {
    private static final String BLOCKS =
            """
            [{"type":"actions","block_id":"row","elements":[
               {"type":"button","action_id":"go","text":{"type":"plain_text","text":":rocket: Go"},"value":"7","style":"primary"},
               {"type":"overflow","action_id":"more","options":[
                 {"text":{"type":"plain_text","text":"Later"},"value":"later"}]},
               {"type":"static_select","action_id":"pick","placeholder":{"type":"plain_text","text":"Pick one"},"options":[
                 {"text":{"type":"plain_text","text":"A"},"value":"a"},{"text":{"type":"plain_text","text":"B"},"value":"b"}]},
               {"type":"datepicker","action_id":"day"}]}]
            """;

    private Channel room;
    private Message message;

    @Override
    SandboxOptions.Builder options(SandboxOptions.Builder usual) {
        return super.options(usual)
                .manifest(
                        Json.yaml(
                                """
                                display_information: {name: Helper}
                                features:
                                  app_home: {home_tab_enabled: true, messages_tab_enabled: true}
                                  shortcuts:
                                    - {name: New, type: global, callback_id: new, description: a}
                                    - {name: Keep, type: message, callback_id: keep, description: a}
                                oauth_config: {scopes: {bot: [chat:write, channels:manage, channels:read]}}
                                settings:
                                  interactivity: {is_enabled: true}
                                  event_subscriptions: {bot_events: [app_home_opened]}
                                """));
    }

    @BeforeEach
    void post() {
        room = room("room");
        api.ok("chat.postMessage", "channel", room.id(), "text", "card", "blocks", BLOCKS);
        message = room.said().getLast();
    }

    @Test
    void a_click_carries_what_slack_sends() {
        assertThat(message.buttons()).containsExactly("\uD83D\uDE80 Go");
        ana().clicks(message, "\uD83D\uDE80 Go");
        JsonNode payload = payload();

        assertThat(payload.propertyNames())
                .contains(
                        "type",
                        "user",
                        "api_app_id",
                        "token",
                        "container",
                        "trigger_id",
                        "team",
                        "enterprise",
                        "is_enterprise_install",
                        "channel",
                        "message",
                        "state",
                        "response_url",
                        "actions");
        assertThat(payload.path("actions").get(0))
                .isEqualTo(
                        Json.of(
                                """
                                {"type":"button","action_id":"go","block_id":"row",
                                "text":{"type":"plain_text","text":":rocket: Go","emoji":true},
                                "value":"7","style":"primary","action_ts":"1772442000.000000"}
                                """));
        assertThat(payload.path("container").path("is_ephemeral").asBoolean()).isFalse();
        assertThat(payload.path("message").path("ts").asString()).isEqualTo(message.ts());
        assertThat(payload.path("user").propertyNames())
                .containsExactly("id", "username", "name", "team_id");
    }

    @Test
    void two_clicks_have_two_triggers() {
        ana().clicks(message, "go");
        ana().clicks(message, "go");

        assertThat(app.got().stream().map(got -> Json.text(got.payload(), "trigger_id")).distinct())
                .hasSize(2);
    }

    @Test
    void an_option_of_an_overflow_menu_is_clicked_by_its_words() {
        ana().clicks(message, "Later");

        assertThat(
                        payload()
                                .path("actions")
                                .get(0)
                                .path("selected_option")
                                .path("value")
                                .asString())
                .isEqualTo("later");
    }

    @Test
    void what_one_chose_is_in_the_state_of_that_person_only() {
        ana().selects(message, "Pick one", "B");
        ana().clicks(message, "go");
        assertThat(chosen()).isEqualTo("b");

        ben().clicks(message, "go");
        assertThat(
                        payload()
                                .path("state")
                                .path("values")
                                .path("row")
                                .path("pick")
                                .path("selected_option")
                                .isNull())
                .isTrue();
    }

    private String chosen() {
        return payload()
                .path("state")
                .path("values")
                .path("row")
                .path("pick")
                .path("selected_option")
                .path("value")
                .asString();
    }

    @Test
    void a_late_or_failed_answer_is_an_error_for_the_person() {
        app.does(any -> Says.status(500));
        assertThat(ana().clicks(message, "go").error()).isEqualTo("dispatch_failed");
        app.does(any -> {
            clock.turn(Duration.ofSeconds(3));
            return sleepy();
        });
        assertThat(ana().clicks(message, "go").error()).isEqualTo("operation_timeout");
    }

    private static Says sleepy() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Says.NOTHING;
    }

    @Test
    void what_is_not_there_cannot_be_clicked() {
        assertThatThrownBy(() -> ana().clicks(message, "Stop")).hasMessageContaining("Go");
    }

    @Nested
    class ResponseUrls {
        @Test
        void replace_or_delete_the_message_that_was_clicked() {
            ana().clicks(message, "go");
            URI url = URI.create(Json.text(payload(), "response_url"));
            api.post(url, "{\"text\":\"replaced\",\"replace_original\":true}");
            assertThat(message.plainText()).isEqualTo("replaced");

            api.post(url, "{\"delete_original\":true}");
            assertThat(message.isDeleted()).isTrue();
        }

        @Test
        void replace_a_whisper_which_stays_one() {
            api.ok(
                    "chat.postEphemeral",
                    "channel",
                    room.id(),
                    "user",
                    ana().id(),
                    "text",
                    "psst",
                    "blocks",
                    BLOCKS);
            Message whisper = ana().ephemerals(room).getFirst();
            ana().clicks(whisper, "go");
            assertThat(payload().has("message")).isFalse();
            assertThat(payload().path("container").path("is_ephemeral").asBoolean()).isTrue();

            URI url = URI.create(Json.text(payload(), "response_url"));
            api.post(
                    url,
                    "{\"text\":\"all?\",\"replace_original\":true,\"response_type\":\"in_channel\"}");
            assertThat(ana().ephemerals(room))
                    .extracting(Message::plainText)
                    .containsExactly("all?");
            assertThat(room.find("all?")).isEmpty();
        }
    }

    @Nested
    class Shortcuts {
        @Test
        void a_global_one_says_nothing_of_the_place() {
            ana().usesShortcut("new");

            assertThat(payload().propertyNames())
                    .containsExactlyInAnyOrder(
                            "type",
                            "user",
                            "api_app_id",
                            "token",
                            "team",
                            "enterprise",
                            "is_enterprise_install",
                            "action_ts",
                            "callback_id",
                            "trigger_id");
        }

        @Test
        void one_on_a_message_brings_it_along() {
            ana().usesMessageShortcut(message, "keep");

            assertThat(payload().path("message").path("text").asString()).isEqualTo("card");
            assertThat(payload().path("channel").path("name").asString()).isEqualTo("room");
            assertThat(payload().has("response_url")).isTrue();
        }

        @Test
        void one_that_the_manifest_does_not_name_does_not_exist() {
            assertThatThrownBy(() -> ana().usesShortcut("keep"))
                    .hasMessageContaining("no such shortcut");
        }
    }

    @Nested
    class Homes {
        @Test
        void are_drawn_when_they_are_opened() {
            app.does(got -> {
                if (got.type().equals("app_home_opened")) {
                    api.ok(
                            "views.publish",
                            "user_id",
                            ana().id(),
                            "view",
                            "{\"type\":\"home\",\"blocks\":" + BLOCKS + "}");
                }
                return Says.NOTHING;
            });
            Home home = ana().opensHome();
            org.awaitility.Awaitility.await().until(home::isPublished);
            home.clicks("go");

            assertThat(
                            app.got("block_actions")
                                    .getFirst()
                                    .payload()
                                    .path("view")
                                    .path("type")
                                    .asString())
                    .isEqualTo("home");
            JsonNode event = app.got("app_home_opened").getFirst().payload().path("event");
            assertThat(event.path("tab").asString()).isEqualTo("home");
            assertThat(event.path("channel").asString()).startsWith("D");
        }
    }

    private JsonNode payload() {
        return app.got().getLast().payload();
    }
}
