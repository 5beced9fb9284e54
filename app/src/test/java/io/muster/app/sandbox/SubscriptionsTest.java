package io.muster.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.muster.app.sandbox.json.Json;

import org.junit.jupiter.api.Test;

class SubscriptionsTest extends AppTest {
    @Override
    SandboxOptions.Builder options(SandboxOptions.Builder usual) {
        return super.options(usual)
                .seed(Seed.small().with(ChannelSeed.open("room").andApp()))
                .manifest(
                        Json.yaml(
                                """
                                display_information: {name: Helper}
                                oauth_config: {scopes: {bot: [channels:history, chat:write]}}
                                settings:
                                  event_subscriptions:
                                    bot_events: [message.channels, reaction_added, app_home_opened]
                                """));
    }

    @Test
    void only_what_was_asked_for_and_granted_is_told() {
        Channel room = sandbox.workspace().channel("room");
        Message message = ana().says(room, "hello");
        ana().reacts(message, "eyes");
        ana().pins(message);
        await().until(() -> !app.got("message").isEmpty());
        await().until(sandbox::isQuiet);

        assertThat(app.got("reaction_added")).as("no reactions:read").isEmpty();
        assertThat(app.got("pin_added")).as("not subscribed").isEmpty();
    }

    @Test
    void a_manifest_that_slack_would_refuse_is_refused() {
        assertThatThrownBy(() ->
                        SandboxOptions.builder()
                                .manifest(
                                        Json.yaml(
                                                """
                                                display_information: {name: %s}
                                                features:
                                                  slash_commands: [{command: nope, description: a}]
                                                """
                                                        .formatted("x".repeat(36)))))
                .hasMessageContaining("/display_information/name")
                .hasMessageContaining("bad command nope");
    }
}
