package io.muster.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.json.Json;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Requests as no honest Slack would send them. */
class InboundTest extends AppTest {
    @Test
    void a_well_signed_command_comes_in() {
        assertThat(command().send().status()).isEqualTo(200);
        assertThat(app.got("command")).hasSize(1);
    }

    @Test
    void signatures_may_be_missing_forged_or_made_with_another_secret() {
        assertThat(command().unsigned().send().status()).isEqualTo(401);
        assertThat(command().signature("v0=00").send().status()).isEqualTo(401);
        assertThat(command().signedWith("another").send().status()).isEqualTo(401);
    }

    @Test
    void requests_may_be_stale_or_from_the_future_and_still_well_signed() {
        command().stamped(clock.instant().minus(Duration.ofHours(1))).send();
        command().stamped(clock.instant().plus(Duration.ofDays(1))).send();

        assertThat(app.got())
                .extracting(got -> got.header("X-Slack-Request-Timestamp"))
                .containsExactly("1772438400", "1772528400");
    }

    @Test
    void the_same_may_knock_many_times_at_once() {
        assertThat(command().sendAtOnce(5)).hasSize(5);
        assertThat(app.got()).hasSize(5);
    }

    @Test
    void it_may_come_from_another_workspace() {
        command().with("team_id", "T0THER").send();
        Knock event = sandbox.inbound().event(Json.of("{\"type\":\"team_join\"}"));
        event.with("team_id", "T0THER").send();

        assertThat(app.got()).allMatch(got -> Json.text(got.payload(), "team_id").equals("T0THER"));
    }

    @Test
    void the_body_may_be_anything() {
        assertThat(command().body("payload=%zz").contentType("text/plain").body())
                .isEqualTo("payload=%zz");
    }

    @Test
    void slack_looks_at_an_address_in_two_ways() {
        sandbox.inbound().urlVerification("prove it").send();
        sandbox.inbound().sslCheck().send();

        assertThat(app.got("url_verification").getFirst().payload().path("challenge").asString())
                .isEqualTo("prove it");
        assertThat(Json.text(app.got("command").getFirst().payload(), "ssl_check")).isEqualTo("1");
    }

    @Test
    void clicks_and_forms_are_made_without_hands() {
        Channel room = room("room");
        api.ok(
                "chat.postMessage",
                "channel",
                room.id(),
                "text",
                "card",
                "blocks",
                "[{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"action_id\":\"go\",\"text\":{\"type\":\"plain_text\",\"text\":\"Go\"}}]}]");
        sandbox.inbound().click(ana(), room.message("card"), "Go").sendAtOnce(2);

        assertThat(app.got("block_actions")).hasSize(2);
    }

    private Knock command() {
        return sandbox.inbound().command(ana(), general(), "/do", "it");
    }
}
