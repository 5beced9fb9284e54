package io.muster.app.sandbox;

import io.muster.app.sandbox.json.Form;
import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls the Web API the plain way. */
final class Api {
    private final SlackSandbox sandbox;
    private final HttpClient http = HttpClient.newHttpClient();
    private String token;

    Api(SlackSandbox sandbox) {
        this.sandbox = sandbox;
        this.token = sandbox.botToken();
    }

    Api as(String other) {
        Api api = new Api(sandbox);
        api.token = other;
        return api;
    }

    /** Arguments as name, value, name, value. */
    JsonNode call(String method, String... args) {
        return Json.of(raw(method, args).body());
    }

    /** The call must succeed. */
    JsonNode ok(String method, String... args) {
        JsonNode answer = call(method, args);
        if (!Json.flag(answer, "ok")) {
            throw new AssertionError(method + " answered " + answer);
        }
        return answer;
    }

    /** The code of the refusal; empty when there was none. */
    String error(String method, String... args) {
        return Json.text(call(method, args), "error");
    }

    HttpResponse<String> raw(String method, String... args) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            form.put(args[i], args[i + 1]);
        }
        return send(method, "application/x-www-form-urlencoded", Form.encode(form));
    }

    JsonNode json(String method, String body) {
        return Json.of(send(method, "application/json; charset=utf-8", body).body());
    }

    HttpResponse<String> send(String method, String contentType, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(sandbox.webApi().resolve(method))
                        .header("Content-Type", contentType)
                        .timeout(Duration.ofSeconds(5))
                        .POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return exchange(request.build());
    }

    HttpResponse<String> post(URI uri, String body) {
        return exchange(
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
