package io.muster.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.app.sandbox.json.Json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.UncheckedIOException;
import java.time.Duration;

class FaultsTest extends SandboxTest {
    private Channel room;

    @BeforeEach
    void makeRoom() {
        room = room("room");
    }

    @Test
    void an_answer_may_get_lost_after_the_deed() {
        sandbox.faults().loseAnswer("chat.postMessage", 1);

        assertThatThrownBy(this::post).isInstanceOf(UncheckedIOException.class);
        assertThat(room.said()).hasSize(1);
        ApiCall call = sandbox.calls("chat.postMessage").getFirst();
        assertThat(call.ok()).isTrue();
        assertThat(call.httpStatus()).isZero();
        assertThat(call.finishedAt()).isEmpty();
        post();
        assertThat(room.said()).hasSize(2);
    }

    @Test
    void the_connection_may_break_before_the_deed() {
        sandbox.faults().dropBeforeApply("chat.postMessage", 1);

        assertThatThrownBy(this::post).isInstanceOf(UncheckedIOException.class);
        assertThat(room.said()).isEmpty();
    }

    @Test
    void a_server_error_is_a_page_of_html() {
        sandbox.faults().serverError("*", 502, 2);

        assertThat(api.raw("auth.test").statusCode()).isEqualTo(502);
        assertThat(api.raw("users.list").body()).startsWith("<html>");
        assertThat(api.raw("auth.test").statusCode()).isEqualTo(200);
    }

    @Test
    void json_may_be_cut_short() {
        sandbox.faults().malformedJson("auth.test", 1);

        assertThat(Json.parse(api.raw("auth.test").body())).isEmpty();
    }

    @Test
    void slack_may_refuse_for_reasons_of_its_own() {
        sandbox.faults().error("conversations.create", "restricted_action", 1);

        assertThat(api.error("conversations.create", "name", "a")).isEqualTo("restricted_action");
        assertThat(api.error("conversations.create", "name", "a")).isEmpty();
    }

    @Test
    void all_of_slack_may_be_down() {
        sandbox.faults().down(true);
        assertThatThrownBy(() -> api.raw("auth.test")).isInstanceOf(UncheckedIOException.class);
        sandbox.faults().down(false);
        sandbox.faults().maintenance(true);
        assertThat(api.raw("auth.test").statusCode()).isEqualTo(503);
        sandbox.faults().clear();
        assertThat(api.raw("auth.test").statusCode()).isEqualTo(200);
    }

    @Test
    void an_answer_may_take_its_time_or_never_come() {
        sandbox.faults().latency("auth.test", Duration.ofMillis(120));
        long before = System.nanoTime();
        api.raw("auth.test");
        assertThat(System.nanoTime() - before).isGreaterThan(Duration.ofMillis(110).toNanos());

        sandbox.faults().clear();
        sandbox.faults().hang("auth.test", 1);
        Thread caller =
                Thread.ofVirtual()
                        .start(() ->
                                assertThatThrownBy(() -> api.raw("auth.test"))
                                        .isInstanceOf(RuntimeException.class));
        assertThat(api.raw("users.list").statusCode()).isEqualTo(200);
        assertThat(caller.isAlive()).isTrue();
        caller.interrupt();
    }

    @Test
    void every_call_is_on_record() {
        post();
        ApiCall call = sandbox.calls().getLast();

        assertThat(call.method()).isEqualTo("chat.postMessage");
        assertThat(call.arg("text")).isEqualTo("hello");
        assertThat(call.ok()).isTrue();
        assertThat(call.startedAt()).isEqualTo(clock.instant());
        assertThat(call.connectionId()).isNotEmpty();
        api.json("auth.test", "{\"a\":1}");
        assertThat(sandbox.calls().getLast().json()).isPresent();
    }

    private void post() {
        api.ok("chat.postMessage", "channel", room.id(), "text", "hello");
    }
}
