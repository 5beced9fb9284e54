package io.muster.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.app.sandbox.json.Json;

import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

class SocketModeTest extends SandboxTest {
    /** A link that answers envelopes as it is told. */
    private static final class Link extends WebSocketClient {
        private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
        private final Function<JsonNode, String> answer;

        Link(URI uri, Function<JsonNode, String> answer) {
            super(uri);
            this.answer = answer;
        }

        @Override
        public void onOpen(ServerHandshake handshake) {}

        @Override
        public void onMessage(String text) {
            JsonNode frame = Json.of(text);
            frames.add(frame);
            if (frame.has("envelope_id")) {
                String ack = answer.apply(frame);
                if (!ack.isEmpty()) {
                    send(ack);
                }
            }
        }

        @Override
        public void onClose(int code, String reason, boolean remote) {}

        @Override
        public void onError(Exception error) {}

        List<JsonNode> envelopes() {
            return frames.stream().filter(frame -> frame.has("envelope_id")).toList();
        }
    }

    private URI ticket() {
        return URI.create(
                api.as(sandbox.appToken()).ok("apps.connections.open").path("url").asString());
    }

    private Link link(Function<JsonNode, String> answer) {
        Link link = new Link(ticket(), answer);
        try {
            assertThat(link.connectBlocking(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        await().until(() -> !link.frames.isEmpty());
        return link;
    }

    private static String ack(JsonNode envelope) {
        return Json.write(Json.object().put("envelope_id", Json.text(envelope, "envelope_id")));
    }

    private static String ack(JsonNode envelope, String payload) {
        ObjectNode ack = Json.object().put("envelope_id", Json.text(envelope, "envelope_id"));
        ack.set("payload", Json.of(payload));
        return Json.write(ack);
    }

    @Test
    void a_link_is_greeted_and_its_ticket_is_used_up() throws Exception {
        URI uri = ticket();
        Link first = new Link(uri, SocketModeTest::ack);
        first.connectBlocking(5, TimeUnit.SECONDS);
        await().until(() -> !first.frames.isEmpty());
        JsonNode hello = first.frames.getFirst();

        assertThat(hello.path("type").asString()).isEqualTo("hello");
        assertThat(hello.path("num_connections").asInt()).isEqualTo(1);
        assertThat(hello.path("connection_info").path("app_id").asString())
                .isEqualTo(sandbox.appId());
        Link second = new Link(uri, SocketModeTest::ack);
        assertThat(second.connectBlocking(5, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void a_command_is_answered_in_its_acknowledgment() {
        Link link = link(envelope -> ack(envelope, "{\"text\":\"done\"}"));

        assertThat(ana().types(general(), "/do it").text()).isEqualTo("done");
        JsonNode envelope = link.envelopes().getFirst();
        assertThat(envelope.path("type").asString()).isEqualTo("slash_commands");
        assertThat(envelope.path("accepts_response_payload").asBoolean()).isTrue();
        assertThat(envelope.path("payload").path("text").asString()).isEqualTo("it");
    }

    @Test
    void a_payload_where_none_is_taken_is_a_violation() {
        link(envelope -> ack(envelope, "{\"text\":\"thanks\"}"));
        Channel room = room("room");
        ana().says(room, "hello");
        await().until(() -> !sandbox.violations().isEmpty());

        assertThat(sandbox.violations().getFirst()).contains("accepts none");
    }

    @Test
    void without_a_link_the_command_fails() {
        assertThat(ana().types(general(), "/do it").error()).isEqualTo("dispatch_failed");
    }

    @Test
    void without_an_acknowledgment_the_time_runs_out_and_an_event_comes_again() {
        Link link = link(envelope -> "");
        ana().says("hello");
        await().until(() -> link.envelopes().size() == 1);
        clock.turn(Duration.ofSeconds(3));
        await().until(() -> link.envelopes().size() == 2);
        JsonNode again = link.envelopes().get(1);

        assertThat(again.path("retry_attempt").asInt()).isEqualTo(1);
        assertThat(again.path("retry_reason").asString()).isEqualTo("http_timeout");
        assertThat(again.path("payload").path("event_id"))
                .isEqualTo(link.envelopes().getFirst().path("payload").path("event_id"));
    }

    @Test
    void deliveries_go_round_the_links_and_an_ack_may_come_on_another() {
        List<Link> links = new CopyOnWriteArrayList<>();
        Function<JsonNode, String> onTheOther =
                envelope -> {
                    links.getLast().send(ack(envelope, "{\"text\":\"from the other\"}"));
                    return "";
                };
        links.add(link(onTheOther));
        links.add(link(onTheOther));

        assertThat(ana().types(general(), "/a").text()).isEqualTo("from the other");
        assertThat(ana().types(general(), "/b").text()).isEqualTo("from the other");
        assertThat(links).allSatisfy(link -> assertThat(link.envelopes()).hasSize(1));
    }

    @Test
    void the_eleventh_link_is_one_too_many() {
        for (int i = 0; i < 10; i++) {
            link(SocketModeTest::ack);
        }
        Link eleventh = new Link(ticket(), SocketModeTest::ack);
        eleventh.connect();
        await().until(() -> !eleventh.frames.isEmpty());

        assertThat(eleventh.frames.getFirst().path("reason").asString())
                .isEqualTo("too_many_websockets");
        await().until(eleventh::isClosed);
        assertThat(sandbox.connections()).isEqualTo(10);
    }

    @Test
    void slack_may_say_goodbye_or_simply_hang_up() {
        Link told = link(SocketModeTest::ack);
        sandbox.faults().disconnect("refresh_requested", Duration.ofMillis(1));
        await().until(told::isClosed);
        assertThat(told.frames.getLast().path("reason").asString()).isEqualTo("refresh_requested");

        Link cut = link(SocketModeTest::ack);
        sandbox.faults().abruptClose();
        await().until(cut::isClosed);
        assertThat(cut.frames).hasSize(1);
    }

    @Test
    void an_acknowledgment_may_not_be_heard() {
        Link link = link(SocketModeTest::ack);
        sandbox.faults().missAcks(1);
        ana().says("hello");
        await().until(() -> link.envelopes().size() == 1);
        clock.turn(Duration.ofSeconds(3));

        await().until(() -> link.envelopes().size() == 2);
        await().until(sandbox::isQuiet);
    }
}
