package io.muster.app.sandbox;

import io.muster.app.sandbox.delivery.Outbound;
import io.muster.app.sandbox.delivery.Signature;
import io.muster.app.sandbox.json.Form;
import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * One request as it will knock at the app's door, to be bent before it is sent. Signed well and
 * stamped with the workspace's time unless told otherwise.
 */
public final class Knock {
    /** What the app answered. */
    public record Answer(int status, Map<String, List<String>> headers, String body) {
        public Answer {
            headers = Map.copyOf(headers);
        }
    }

    private final HttpClient http;
    private final URI target;
    private final String contentType;
    private final String body;
    private final String secret;
    private final Optional<String> signature;
    private final Instant stamp;
    private final Map<String, String> headers;

    Knock(
            HttpClient http,
            URI target,
            String contentType,
            String body,
            String secret,
            Optional<String> signature,
            Instant stamp,
            Map<String, String> headers) {
        this.http = http;
        this.target = target;
        this.contentType = contentType;
        this.body = body;
        this.secret = secret;
        this.signature = signature;
        this.stamp = stamp;
        this.headers = Map.copyOf(headers);
    }

    static Knock of(HttpClient http, URI target, String secret, Instant now, Outbound outbound) {
        return new Knock(
                http,
                target,
                outbound.contentType(),
                outbound.body(),
                secret,
                Optional.empty(),
                now,
                Map.of());
    }

    public String body() {
        return body;
    }

    public Knock to(URI other) {
        return new Knock(http, other, contentType, body, secret, signature, stamp, headers);
    }

    /** Any body at all, signed as it is. */
    public Knock body(String other) {
        return new Knock(http, target, contentType, other, secret, signature, stamp, headers);
    }

    public Knock contentType(String other) {
        return new Knock(http, target, other, body, secret, signature, stamp, headers);
    }

    /** With another secret. */
    public Knock signedWith(String other) {
        return new Knock(http, target, contentType, body, other, signature, stamp, headers);
    }

    /** With these very characters in place of a signature. */
    public Knock signature(String forged) {
        return new Knock(
                http, target, contentType, body, secret, Optional.of(forged), stamp, headers);
    }

    public Knock unsigned() {
        return signature("");
    }

    /** As if it had been sent then: stale, or from the future. */
    public Knock stamped(Instant when) {
        return new Knock(http, target, contentType, body, secret, signature, when, headers);
    }

    public Knock header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Knock(http, target, contentType, body, secret, signature, stamp, more);
    }

    /** From another workspace, or with any other field of the payload changed. */
    public Knock with(String field, String value) {
        if (contentType.startsWith("application/json")) {
            return body(Json.write(changed(Json.of(body), field, value)));
        }
        Map<String, String> form = Form.decode(body).orElseThrow();
        if (form.containsKey("payload")) {
            JsonNode payload = Json.of(form.getOrDefault("payload", ""));
            form.put("payload", Json.write(changed(payload, field, value)));
        } else {
            form.put(field, value);
        }
        return body(Form.encode(form));
    }

    private static JsonNode changed(JsonNode payload, String field, String value) {
        ObjectNode copy = (ObjectNode) payload.deepCopy();
        if (field.equals("team_id") && copy.get("team") instanceof ObjectNode team) {
            team.put("id", value);
        } else {
            copy.put(field, value);
        }
        return copy;
    }

    public Answer send() {
        try {
            return answer(http.send(request(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The same so many times at once. */
    public List<Answer> sendAtOnce(int times) {
        List<CompletableFuture<Answer>> underWay =
                IntStream.range(0, times)
                        .mapToObj(each ->
                                http.sendAsync(request(), BodyHandlers.ofString())
                                        .thenApply(Knock::answer))
                        .toList();
        return underWay.stream().map(CompletableFuture::join).toList();
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers().map(), response.body());
    }

    private HttpRequest request() {
        String timestamp = String.valueOf(stamp.getEpochSecond());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target)
                        .version(HttpClient.Version.HTTP_1_1)
                        .timeout(Duration.ofSeconds(15))
                        .header("Content-Type", contentType)
                        .header("X-Slack-Request-Timestamp", timestamp)
                        .POST(BodyPublishers.ofString(body));
        String signed = signature.orElseGet(() -> Signature.of(secret, timestamp, body));
        if (!signed.isEmpty()) {
            request.header("X-Slack-Signature", signed);
        }
        headers.forEach(request::setHeader);
        return request.build();
    }
}
