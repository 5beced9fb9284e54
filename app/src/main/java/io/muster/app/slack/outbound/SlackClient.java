package io.muster.app.slack.outbound;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;

import io.muster.app.Secret;

import okhttp3.ConnectionPool;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The wire to Slack's Web API: one call, one request, one honest answer. It never tries twice by
 * itself, because the HTTP library's own retries would post a message twice behind our back.
 */
public final class SlackClient implements AutoCloseable {
    private static final Duration CALL = Duration.ofSeconds(10);
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration WHEN_NOT_TOLD = Duration.ofSeconds(30);

    /** Enough for every lane that runs at once: a new connection costs two round trips with TLS. */
    private static final int IDLE_CONNECTIONS = 32;

    private final OkHttpClient http;
    private final OkHttpClient hurried;
    private final String base;
    private final Secret token;

    /**
     * @param base of the Web API, ending with a slash
     */
    public SlackClient(URI base, Secret token) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(base.toString());
        config.setStatsEnabled(false);
        this.http =
                SlackHttpClient.buildOkHttpClient(config)
                        .newBuilder()
                        .retryOnConnectionFailure(false)
                        .followRedirects(false)
                        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 5, TimeUnit.MINUTES))
                        .connectTimeout(CONNECT)
                        .callTimeout(CALL)
                        .build();
        this.hurried = http.newBuilder().callTimeout(Duration.ofMillis(2_500)).build();
        this.base = base.toString();
        this.token = token;
    }

    /** Calls a method with the bot token. */
    public SlackAnswer call(String method, FormBody.Builder form) {
        return send(http, method, form.build());
    }

    /** Calls a method that is of no use after three seconds, such as opening a modal. */
    public SlackAnswer callNow(String method, FormBody.Builder form) {
        return send(hurried, method, form.build());
    }

    /** Asks who we are, and keeps what Slack says beside its answer. */
    SlackGreeting greet() {
        long began = System.nanoTime();
        Request request = request("auth.test", new FormBody.Builder().build());
        try (Response response = http.newCall(request).execute()) {
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            return SlackGreeting.of(
                    read(response),
                    response.header("x-oauth-scopes"),
                    response.header("Date"),
                    took);
        } catch (IOException e) {
            return SlackGreeting.of(unanswered(e), null, null, Duration.ZERO);
        }
    }

    /** Posts JSON to an address that Slack gave us for one reply; true if it was taken. */
    public boolean reply(String responseUrl, String json) {
        Request request =
                new Request.Builder()
                        .url(responseUrl)
                        .post(
                                okhttp3.RequestBody.create(
                                        json,
                                        okhttp3.MediaType.get("application/json; charset=utf-8")))
                        .build();
        try (Response response = http.newCall(request).execute()) {
            return response.isSuccessful();
        } catch (IOException e) {
            return false;
        }
    }

    /** Sends the bytes of a file to the address that Slack promised for them; true if taken. */
    public boolean upload(String uploadUrl, byte[] bytes) {
        Request request =
                new Request.Builder()
                        .url(uploadUrl)
                        .post(
                                okhttp3.RequestBody.create(
                                        bytes, okhttp3.MediaType.get("application/octet-stream")))
                        .build();
        try (Response response = http.newCall(request).execute()) {
            return response.isSuccessful();
        } catch (IOException e) {
            return false;
        }
    }

    /** The wire to files, with the same token. */
    SlackFiles files() {
        return new SlackFiles(http, HttpUrl.get(base), token);
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private SlackAnswer send(OkHttpClient client, String method, FormBody form) {
        try (Response response = client.newCall(request(method, form)).execute()) {
            return read(response);
        } catch (IOException e) {
            return unanswered(e);
        }
    }

    private Request request(String method, FormBody form) {
        return new Request.Builder()
                .url(base + method)
                .header("Authorization", "Bearer " + token.reveal())
                .post(form)
                .build();
    }

    private static SlackAnswer unanswered(IOException failure) {
        return switch (failure) {
            case ConnectException e -> unreachable(e);
            case UnknownHostException e -> unreachable(e);
            case NoRouteToHostException e -> unreachable(e);
            case InterruptedIOException ignored -> new SlackAnswer.Lost("no answer in time");
            default -> new SlackAnswer.Lost("the connection broke: " + failure.getMessage());
        };
    }

    private static SlackAnswer unreachable(IOException failure) {
        return new SlackAnswer.Unreachable("Slack is not reachable: " + failure.getMessage());
    }

    private static SlackAnswer read(Response response) throws IOException {
        if (response.code() == 429) {
            return new SlackAnswer.Slower(retryAfter(response).orElse(WHEN_NOT_TOLD));
        }
        if (response.code() >= 500) {
            return new SlackAnswer.Lost("Slack answered " + response.code());
        }
        ResponseBody body = response.body();
        String text = body == null ? "" : body.string();
        try {
            JsonElement parsed = JsonParser.parseString(text);
            if (parsed instanceof JsonObject json) {
                return judge(json, response);
            }
        } catch (JsonParseException e) {
            return new SlackAnswer.Lost("Slack's answer could not be read");
        }
        return new SlackAnswer.Lost("Slack answered " + response.code() + " without a body");
    }

    private static SlackAnswer judge(JsonObject json, Response response) {
        boolean ok = json.has("ok") && json.get("ok").getAsBoolean();
        if (ok) {
            return new SlackAnswer.Ok(json);
        }
        String error = json.has("error") ? json.get("error").getAsString() : "unknown_error";
        return switch (error) {
            case "ratelimited", "rate_limited" ->
                    new SlackAnswer.Slower(retryAfter(response).orElse(WHEN_NOT_TOLD));
            // Slack says of these that part of the work may have been done.
            case "fatal_error", "internal_error", "service_unavailable", "request_timeout" ->
                    new SlackAnswer.Lost("Slack answered " + error);
            default -> new SlackAnswer.No(error, detail(json));
        };
    }

    private static String detail(JsonObject json) {
        StringBuilder detail = new StringBuilder();
        for (String name : new String[] {"needed", "errors", "response_metadata"}) {
            if (json.has(name)) {
                detail.append(detail.isEmpty() ? "" : " ")
                        .append(name)
                        .append(": ")
                        .append(json.get(name));
            }
        }
        return detail.toString();
    }

    private static Optional<Duration> retryAfter(Response response) {
        String header = response.header("Retry-After");
        try {
            return Optional.ofNullable(header)
                    .map(h -> Duration.ofSeconds(Long.parseLong(h.strip())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
