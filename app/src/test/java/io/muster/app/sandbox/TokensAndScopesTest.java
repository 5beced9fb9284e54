package io.muster.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

class TokensAndScopesTest extends SandboxTest {
    @Override
    SandboxOptions.Builder options(SandboxOptions.Builder usual) {
        return super.options(usual)
                .manifest(
                        Json.yaml(
                                """
                                display_information: {name: Helper}
                                features: {bot_user: {display_name: helper}}
                                oauth_config: {scopes: {bot: [chat:write, channels:read]}}
                                """));
    }

    @Test
    void a_call_without_a_token_is_not_authed() {
        assertThat(api.as("").error("auth.test")).isEqualTo("not_authed");
    }

    @Test
    void an_unknown_token_is_invalid() {
        assertThat(api.as("xoxb-1").error("auth.test")).isEqualTo("invalid_auth");
    }

    @Test
    void a_token_may_come_in_the_form() {
        assertThat(api.as("").call("auth.test", "token", sandbox.botToken()).path("ok").asBoolean())
                .isTrue();
    }

    @Test
    void a_token_in_the_query_works_and_is_a_violation() {
        api.as("").call("auth.test?token=" + sandbox.botToken());

        assertThat(sandbox.violations()).anyMatch(what -> what.contains("token in the query"));
    }

    @Test
    void each_method_wants_its_own_kind_of_token() {
        assertThat(api.error("apps.connections.open")).isEqualTo("not_allowed_token_type");
        assertThat(api.as(sandbox.appToken()).error("chat.postMessage"))
                .isEqualTo("not_allowed_token_type");
        assertThat(api.as(sandbox.appToken()).ok("apps.connections.open").path("url").asString())
                .startsWith("ws://127.0.0.1:");
        assertThat(api.as(sandbox.appToken()).ok("auth.test").path("ok").asBoolean()).isTrue();
    }

    @Test
    void a_token_can_be_revoked_expired_or_its_account_switched_off() {
        sandbox.faults().revokeToken();
        assertThat(api.error("auth.test")).isEqualTo("token_revoked");
        sandbox.faults().expireToken();
        assertThat(api.error("auth.test")).isEqualTo("token_expired");
        sandbox.faults().deactivateAccount();
        assertThat(api.error("auth.test")).isEqualTo("account_inactive");
        sandbox.faults().clear();
        assertThat(api.error("auth.test")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "conversations.create, 'channels:manage,groups:write,im:write,mpim:write'",
        "pins.add, pins:write",
        "users.info, users:read",
        "usergroups.list, usergroups:read",
        "conversations.history, 'channels:history,groups:history,im:history,mpim:history'",
    })
    void a_missing_scope_is_named_with_what_is_provided(String method, String needed) {
        JsonNode answer = api.call(method, "channel", general().id());

        assertThat(answer.path("error").asString()).isEqualTo("missing_scope");
        assertThat(answer.path("needed").asString()).isEqualTo(needed);
        assertThat(answer.path("provided").asString()).isEqualTo("channels:read,chat:write");
    }

    @Test
    void the_scope_must_fit_the_kind_of_the_conversation() {
        assertThat(api.error("conversations.list", "types", "private_channel"))
                .isEqualTo("missing_scope");
        assertThat(api.error("conversations.list", "types", "public_channel")).isEmpty();
    }

    @Test
    void auth_test_tells_the_scopes_and_who_the_bot_is() {
        var answer = api.raw("auth.test");
        JsonNode body = Json.of(answer.body());

        assertThat(answer.headers().firstValue("x-oauth-scopes"))
                .hasValue("channels:read,chat:write");
        assertThat(body.path("user_id").asString()).isEqualTo(sandbox.botUserId());
        assertThat(body.path("user").asString()).isEqualTo("helper");
        assertThat(body.path("team_id").asString()).isEqualTo(sandbox.teamId());
    }

    @Test
    void what_slack_does_not_have_is_unknown() {
        assertThat(api.error("conversations.explode")).isEqualTo("unknown_method");
    }

    @Test
    void json_is_read_where_the_method_takes_it() {
        String body = "{\"channel\":\"%s\",\"text\":\"hi\"}".formatted(general().id());
        assertThat(api.json("chat.postMessage", body).path("error").asString())
                .isEqualTo("not_in_channel");
        assertThat(api.json("chat.postMessage", "{nope").path("error").asString())
                .isEqualTo("invalid_json");
        assertThat(api.json("conversations.info", body).path("error").asString())
                .isEqualTo("channel_not_found");
    }

    @Test
    void json_without_a_charset_is_answered_with_a_warning() {
        JsonNode answer = Json.of(api.send("auth.test", "application/json", "{}").body());

        assertThat(answer.path("warning").asString()).isEqualTo("missing_charset");
    }

    @Test
    void posting_to_a_public_channel_from_outside_needs_a_scope_of_its_own() {
        assertThat(api.error("chat.postMessage", "channel", general().id(), "text", "hi"))
                .isEqualTo("not_in_channel");
    }
}
