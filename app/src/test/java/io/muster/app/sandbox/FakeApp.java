package io.muster.app.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.muster.app.sandbox.delivery.Signature;
import io.muster.app.sandbox.json.Form;
import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A bot of a few lines, reached over HTTP. It checks signatures and does what a test tells it. */
final class FakeApp implements AutoCloseable {
    /** What arrived. For a command {@code payload} holds its fields. */
    record Got(String type, JsonNode payload, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    /** What the bot answers. */
    record Says(int status, String contentType, String body, Map<String, String> headers) {
        static final Says NOTHING = new Says(200, "text/plain", "", Map.of());

        static Says text(String words) {
            return new Says(200, "text/plain; charset=utf-8", words, Map.of());
        }

        static Says json(String body) {
            return new Says(
                    200, "application/json; charset=utf-8", body.replace('\'', '"'), Map.of());
        }

        static Says status(int code) {
            return new Says(code, "text/plain", "", Map.of());
        }
    }

    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile Function<Got, Says> behaviour = any -> Says.NOTHING;

    FakeApp(SlackSandbox sandbox) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> handle(exchange, sandbox.signingSecret()));
        server.start();
        sandbox.deliverTo(uri());
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
    }

    void does(Function<Got, Says> what) {
        behaviour = what;
    }

    List<Got> got() {
        return got;
    }

    List<Got> got(String type) {
        return got.stream().filter(each -> each.type().equals(type)).toList();
    }

    private void handle(HttpExchange exchange, String secret) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String stamp =
                String.valueOf(exchange.getRequestHeaders().getFirst("X-Slack-Request-Timestamp"));
        String signature = exchange.getRequestHeaders().getFirst("X-Slack-Signature");
        boolean genuine = Signature.of(secret, stamp, body).equals(signature);
        Says says = genuine ? answer(exchange, body) : Says.status(401);
        byte[] bytes = says.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", says.contentType());
        says.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(says.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private Says answer(HttpExchange exchange, String body) {
        Got one = read(body, exchange.getRequestHeaders());
        got.add(one);
        return behaviour.apply(one);
    }

    private static Got read(String body, Map<String, List<String>> headers) {
        if (body.startsWith("{")) {
            JsonNode json = Json.of(body);
            JsonNode event = json.path("event");
            String type =
                    event.isMissingNode() ? Json.text(json, "type") : Json.text(event, "type");
            return new Got(type, json, headers, body);
        }
        Map<String, String> form = Form.decode(body).orElseThrow();
        if (form.containsKey("payload")) {
            JsonNode payload = Json.of(form.getOrDefault("payload", ""));
            return new Got(Json.text(payload, "type"), payload, headers, body);
        }
        var fields = Json.object();
        form.forEach(fields::put);
        return new Got("command", fields, headers, body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
