package io.muster.app.slack;

import io.muster.app.Secret;
import io.muster.app.checkup.Finding;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * Whether the Muster that runs here takes what Slack signs. Whether Slack can reach it from outside
 * only Slack can tell.
 */
public final class RequestUrlCheckup {
    private static final String ABOUT = "events";
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "[::]");
    private static final String OUTSIDE =
            ". Slack has to reach it from outside: \"Event Subscriptions\" at api.slack.com/apps"
                    + " shows \"Verified\" beside the request URL, https://<your host>/slack/events";

    private RequestUrlCheckup() {}

    /** Sends it the question that Slack asks of a new address, signed with our secret. */
    public static List<Finding> examine(String bind, int port, Secret secret)
            throws InterruptedException {
        String where = (EVERYWHERE.contains(bind) ? "127.0.0.1" : bind) + ":" + port;
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> response =
                    http.send(
                            question(URI.create("http://" + where + "/slack/events"), secret),
                            HttpResponse.BodyHandlers.ofString());
            return List.of(judged(response.statusCode(), where));
        } catch (IOException | IllegalArgumentException e) {
            return List.of(
                    Finding.warn(
                            ABOUT,
                            "no Muster answers on "
                                    + where
                                    + ": run `serve`, and doctor once more beside it"
                                    + OUTSIDE));
        }
    }

    private static HttpRequest question(URI address, Secret secret) {
        String body = "{\"type\":\"url_verification\",\"challenge\":\"doctor\"}";
        String timestamp = String.valueOf(Instant.now().getEpochSecond());
        SlackSignature signature = new SlackSignature(secret, InstantSource.system());
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Slack-Request-Timestamp", timestamp)
                .header(
                        "X-Slack-Signature",
                        signature.expected(timestamp, body.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static Finding judged(int status, String where) {
        return switch (status) {
            case 200 ->
                    Finding.ok(
                            ABOUT,
                            "the Muster on "
                                    + where
                                    + " takes what is signed with SLACK_SIGNING_SECRET"
                                    + OUTSIDE);
            case 401 ->
                    Finding.toDo(
                            ABOUT,
                            "the Muster on "
                                    + where
                                    + " has another SLACK_SIGNING_SECRET: give both the one from"
                                    + " \"Basic Information\", \"App Credentials\", and restart it");
            default ->
                    Finding.warn(
                            ABOUT,
                            "what listens on "
                                    + where
                                    + " answered "
                                    + status
                                    + ": is that Muster?"
                                    + OUTSIDE);
        };
    }
}
