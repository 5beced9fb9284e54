package io.muster.app.sandbox.delivery;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.Team;

import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Slack's end of Socket Mode. Deliveries go round the open links; an ack may come on any. */
public final class SocketModeServer extends WebSocketServer implements Transport {
    private static final int MAX_LINKS = 10;

    private record Waiting(CompletableFuture<Outcome> answer, boolean acceptsAnswer) {}

    private final Team team;
    private final DeliveryFaults faults;
    private final CountDownLatch started = new CountDownLatch(1);
    private final Set<String> tickets = ConcurrentHashMap.newKeySet();
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    public SocketModeServer(Team team, DeliveryFaults faults, int port) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
        this.team = team;
        this.faults = faults;
        setDaemon(true);
        setReuseAddr(true);
        setConnectionLostTimeout(0);
    }

    /** Returns when links are accepted. */
    public void open() {
        start();
        try {
            if (!started.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Socket Mode did not start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The address of one link, good for one use. */
    public URI ticket() {
        String ticket = UUID.randomUUID().toString();
        tickets.add(ticket);
        return URI.create(
                "ws://127.0.0.1:"
                        + getPort()
                        + "/link/?ticket="
                        + ticket
                        + "&app_id="
                        + team.app().appId());
    }

    /** Lets go of the port and of every link. */
    public void shutDown() {
        try {
            stop(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public int links() {
        return open(getConnections()).size();
    }

    @Override
    public CompletableFuture<Outcome> send(Outbound outbound) {
        List<WebSocket> links = open(getConnections());
        if (links.isEmpty()) {
            return CompletableFuture.completedFuture(
                    new Outcome.Unreachable("no Socket Mode connection is open"));
        }
        String id = UUID.randomUUID().toString();
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        waiting.put(id, new Waiting(answer, outbound.acceptsAnswer()));
        links.get(Math.floorMod(turn.getAndIncrement(), links.size()))
                .send(Json.write(envelope(id, outbound)));
        return answer.whenComplete((done, failed) -> waiting.remove(id));
    }

    private static List<WebSocket> open(Iterable<WebSocket> connections) {
        List<WebSocket> open = new ArrayList<>();
        for (WebSocket connection : connections) {
            if (connection.isOpen()) {
                open.add(connection);
            }
        }
        return open;
    }

    private static ObjectNode envelope(String id, Outbound outbound) {
        ObjectNode envelope = Json.object().put("envelope_id", id);
        envelope.set("payload", outbound.payload());
        envelope.put("type", outbound.envelopeType())
                .put("accepts_response_payload", outbound.acceptsAnswer());
        if (outbound.kind() == Outbound.Kind.EVENT) {
            envelope.put("retry_attempt", outbound.attempt())
                    .put("retry_reason", outbound.retryReason());
        }
        return envelope;
    }

    /** Announces the end of all links, as Slack does now and then; they close soon after. */
    public void disconnect(String reason, Duration closeAfter) {
        String goodbye = Json.write(goodbye(reason));
        for (WebSocket link : open(getConnections())) {
            link.send(goodbye);
            Thread.ofVirtual()
                    .start(() -> {
                        if (sleep(closeAfter)) {
                            link.close(CloseFrame.NORMAL);
                        }
                    });
        }
    }

    private static ObjectNode goodbye(String reason) {
        ObjectNode goodbye = Json.object().put("type", "disconnect").put("reason", reason);
        goodbye.putObject("debug_info").put("host", "applink-sandbox");
        return goodbye;
    }

    private static boolean sleep(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Cuts every link without a word. */
    public void cut() {
        open(getConnections()).forEach(link -> link.closeConnection(CloseFrame.ABNORMAL_CLOSE, ""));
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            WebSocket link, Draft draft, ClientHandshake request) throws InvalidDataException {
        String resource = request.getResourceDescriptor();
        String ticket = resource.replaceFirst(".*[?&]ticket=([^&]*).*", "$1");
        if (!tickets.remove(ticket)) {
            throw new InvalidDataException(CloseFrame.POLICY_VALIDATION, "the ticket is used up");
        }
        return super.onWebsocketHandshakeReceivedAsServer(link, draft, request);
    }

    @Override
    public void onOpen(WebSocket link, ClientHandshake handshake) {
        if (links() > MAX_LINKS) {
            link.send(Json.write(goodbye("too_many_websockets")));
            link.close(CloseFrame.NORMAL);
            return;
        }
        ObjectNode hello = Json.object().put("type", "hello").put("num_connections", links());
        hello.putObject("debug_info")
                .put("host", "applink-sandbox")
                .put("build_number", 1)
                .put("approximate_connection_time", 3600);
        hello.putObject("connection_info").put("app_id", team.app().appId());
        link.send(Json.write(hello));
    }

    @Override
    public void onMessage(WebSocket link, String text) {
        JsonNode message = Json.parse(text).orElse(Json.object());
        String id = Json.text(message, "envelope_id");
        Waiting delivery = waiting.get(id);
        if (delivery == null || faults.ignoresThisAck()) {
            return;
        }
        boolean reads = delivery.acceptsAnswer();
        if (!reads && message.path("payload").size() > 0) {
            team.violations().add("a payload in the ack of an envelope that accepts none");
        }
        delivery.answer().complete(new Outcome.Answered(200, Map.of(), reads ? body(message) : ""));
    }

    /** Over HTTP an answer is text or JSON; here it is always JSON. */
    private static String body(JsonNode message) {
        JsonNode payload = message.path("payload");
        if (payload.isMissingNode() || payload.isNull()) {
            return "";
        }
        return payload.isString() ? payload.asString() : Json.write(payload);
    }

    @Override
    public void onClose(WebSocket link, int code, String reason, boolean remote) {
        // A delivery that waits on this link may still be acknowledged on another one.
    }

    @Override
    public void onError(@Nullable WebSocket link, Exception error) {
        // A link that breaks is closed; there is nobody to tell.
    }

    @Override
    public void onStart() {
        started.countDown();
    }
}
