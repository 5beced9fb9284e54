package io.muster.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.FakeApp.Says;
import io.muster.app.sandbox.json.Json;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

class SlashCommandTest extends AppTest {
    @Override
    SandboxOptions.Builder options(SandboxOptions.Builder usual) {
        return super.options(usual)
                .seed(Seed.small().with(ChannelSeed.closed("secret", "ana")))
                .manifest(
                        Json.yaml(
                                """
                                display_information: {name: Helper}
                                features:
                                  slash_commands:
                                    - {command: /plain, description: a, usage_hint: "[x]"}
                                    - {command: /escaped, description: a, should_escape: true}
                                oauth_config: {scopes: {bot: [commands, chat:write]}}
                                """));
    }

    @Test
    void carries_the_fields_of_slack_in_one_signed_line() {
        ana().types(general(), "/plain do it");
        FakeApp.Got got = app.got().getFirst();

        assertThat(got.payload().propertyNames())
                .containsExactly(
                        "token",
                        "team_id",
                        "team_domain",
                        "channel_id",
                        "channel_name",
                        "user_id",
                        "user_name",
                        "command",
                        "text",
                        "api_app_id",
                        "is_enterprise_install",
                        "response_url",
                        "trigger_id");
        assertThat(got.body()).doesNotContain("\n").startsWith("token=");
        assertThat(got.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(got.header("User-Agent")).startsWith("Slackbot");
        assertThat(Json.text(got.payload(), "command")).isEqualTo("/plain");
        assertThat(Json.text(got.payload(), "text")).isEqualTo("do it");
        assertThat(Json.text(got.payload(), "channel_name")).isEqualTo("general");
    }

    @ParameterizedTest
    @CsvSource({"secret, privategroup", "general, general"})
    void a_channel_that_is_not_public_is_not_named(String channel, String named) {
        ana().types(sandbox.workspace().channel(channel), "/plain");

        assertThat(Json.text(app.got().getFirst().payload(), "channel_name")).isEqualTo(named);
    }

    @Test
    void typed_to_the_app_it_comes_from_a_direct_message() {
        ana().types("/plain");

        assertThat(Json.text(app.got().getFirst().payload(), "channel_name"))
                .isEqualTo("directmessage");
    }

    @Test
    void names_are_escaped_when_the_manifest_asks_for_it() {
        ana().types(general(), "/escaped ask @ben in #general or #secret & <x> https://x.y");
        ana().types(general(), "/plain ask @ben in #general");

        assertThat(Json.text(app.got().get(0).payload(), "text"))
                .isEqualTo(
                        "ask <@%s> in <#%s|general> or <#%s|> &amp; &lt;x&gt; <https://x.y>"
                                .formatted(
                                        ben().id(),
                                        general().id(),
                                        sandbox.workspace().channel("secret").id()));
        assertThat(Json.text(app.got().get(1).payload(), "text")).isEqualTo("ask @ben in #general");
    }

    @Test
    void what_the_manifest_does_not_name_never_reaches_the_app() {
        assertThat(ana().types(general(), "/other").error()).isEqualTo("invalid_command");
        assertThat(app.got()).isEmpty();
    }

    @Nested
    class Answers {
        @Test
        void nothing_is_seen_when_nothing_is_said() {
            assertThat(ana().types(general(), "/plain"))
                    .extracting(Reply::ok, Reply::text)
                    .containsExactly(true, "");
        }

        @Test
        void text_is_for_the_person_alone() {
            app.does(any -> Says.text("*done*"));

            assertThat(ana().types(general(), "/plain").text()).isEqualTo("done");
            assertThat(ana().ephemerals(general())).hasSize(1);
            assertThat(general().said()).isEmpty();
        }

        @Test
        void json_may_speak_to_the_whole_channel() {
            app.does(any -> Says.json("{'response_type':'in_channel','text':'all of you'}"));
            ana().types(general(), "/plain");

            assertThat(general().message("all of you").isFromApp()).isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "'{\"text\":', invalid_command_response",
            "'{\"text\":\"a\",\"blocks\":[{}]}', invalid_command_response"
        })
        void what_cannot_be_shown_is_an_error_and_a_violation(String body, String error) {
            app.does(any -> new Says(200, "application/json", body, Map.of()));

            assertThat(ana().types(general(), "/plain").error()).isEqualTo(error);
            assertThat(sandbox.violations()).isNotEmpty();
        }

        @ParameterizedTest
        @CsvSource({"500", "404", "201"})
        void any_status_but_200_failed(int status) {
            app.does(any -> Says.status(status));

            assertThat(ana().types(general(), "/plain").error()).isEqualTo("dispatch_failed");
        }

        @Test
        void after_three_seconds_it_is_too_late() throws Exception {
            CountDownLatch released = new CountDownLatch(1);
            app.does(any -> {
                clock.turn(Duration.ofSeconds(3));
                return await(released);
            });

            assertThat(ana().types(general(), "/plain").error()).isEqualTo("operation_timeout");
            released.countDown();
        }

        @Test
        void a_closed_door_is_an_error_too() {
            app.close();

            assertThat(ana().types(general(), "/plain").error()).isEqualTo("dispatch_failed");
        }
    }

    @Nested
    class LateAnswers {
        @Test
        void go_five_times_to_the_response_url() {
            URI url = url();
            for (int i = 0; i < 5; i++) {
                assertThat(api.post(url, "{\"text\":\"later %d\"}".formatted(i)).statusCode())
                        .isEqualTo(200);
            }

            assertThat(api.post(url, "{\"text\":\"no\"}").statusCode()).isEqualTo(404);
            assertThat(ana().ephemerals(general())).hasSize(5);
            assertThat(sandbox.violations()).isNotEmpty();
        }

        @Test
        void are_possible_for_half_an_hour() {
            URI url = url();
            clock.turn(Duration.ofMinutes(30));
            assertThat(api.post(url, "{\"text\":\"just\"}").statusCode()).isEqualTo(200);

            clock.turn(Duration.ofSeconds(1));
            assertThat(api.post(url, "{\"text\":\"late\"}").body()).contains("expired_url");
        }

        @Test
        void reach_the_channel_when_they_say_so() {
            api.post(url(), "{\"text\":\"open\",\"response_type\":\"in_channel\"}");

            assertThat(general().message("open").isEphemeral()).isFalse();
        }

        @Test
        void must_be_messages() {
            assertThat(api.post(url(), "nope").statusCode()).isEqualTo(400);
            assertThat(api.post(url(), "{\"text\":\"a\",\"blocks\":[{\"type\":\"cat\"}]}").body())
                    .contains("invalid_blocks");
        }

        private URI url() {
            ana().types(general(), "/plain");
            return URI.create(Json.text(app.got().getLast().payload(), "response_url"));
        }
    }

    @Test
    void a_command_leaves_the_right_to_open_one_modal_for_three_seconds() {
        String view =
                "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"T\"},\"blocks\":[{\"type\":\"divider\"}]}";
        ana().types(general(), "/plain");
        String first = trigger();
        assertThat(api.error("views.open", "trigger_id", first, "view", view)).isEmpty();
        assertThat(api.error("views.open", "trigger_id", first, "view", view))
                .isEqualTo("exchanged_trigger_id");
        assertThat(api.error("views.open", "trigger_id", "1.2.3", "view", view))
                .isEqualTo("invalid_trigger_id");

        ana().types(general(), "/plain");
        clock.turn(Duration.ofMillis(3001));
        assertThat(api.error("views.open", "trigger_id", trigger(), "view", view))
                .isEqualTo("expired_trigger_id");
    }

    private String trigger() {
        return Json.text(app.got().getLast().payload(), "trigger_id");
    }

    @Test
    void the_app_may_call_back_while_it_is_waited_for() {
        app.does(got -> {
            JsonNode answer =
                    api.call("chat.postMessage", "channel", ana().id(), "text", "meanwhile");
            return Says.text(answer.path("ok").asString());
        });

        assertThat(ana().types(general(), "/plain").text()).isEqualTo("true");
    }

    private static Says await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Says.NOTHING;
    }
}
