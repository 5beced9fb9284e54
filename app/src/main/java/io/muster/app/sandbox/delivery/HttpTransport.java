package io.muster.app.sandbox.delivery;

import io.muster.app.sandbox.state.Team;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Signed requests to the app's request URL. */
final class HttpTransport implements Transport {
    private static final int REDIRECTS = 2;

    private final Team team;
    private final HttpClient http;
    private final URI target;
    private final Supplier<Duration> clockSkew;

    HttpTransport(Team team, HttpClient http, URI target, Supplier<Duration> clockSkew) {
        this.team = team;
        this.http = http;
        this.target = target;
        this.clockSkew = clockSkew;
    }

    @Override
    public CompletableFuture<Outcome> send(Outbound outbound) {
        return follow(outbound, target, REDIRECTS);
    }

    private CompletableFuture<Outcome> follow(Outbound outbound, URI to, int redirectsLeft) {
        return http.sendAsync(request(outbound, to), BodyHandlers.ofString())
                .thenCompose(response -> read(outbound, to, response, redirectsLeft))
                .exceptionally(
                        failure -> new Outcome.Unreachable(String.valueOf(failure.getMessage())));
    }

    private CompletableFuture<Outcome> read(
            Outbound outbound, URI from, HttpResponse<String> response, int redirectsLeft) {
        boolean redirect =
                response.statusCode() / 100 == 3
                        && outbound.kind() == Outbound.Kind.EVENT
                        && response.headers().firstValue("Location").isPresent();
        if (redirect && redirectsLeft > 0) {
            String location = response.headers().firstValue("Location").orElse("");
            return follow(outbound, from.resolve(location), redirectsLeft - 1);
        }
        return CompletableFuture.completedFuture(
                new Outcome.Answered(
                        response.statusCode(), response.headers().map(), response.body()));
    }

    private HttpRequest request(Outbound outbound, URI to) {
        String body = outbound.body();
        String timestamp = String.valueOf(team.now().plus(clockSkew.get()).getEpochSecond());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(to)
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
                        .header("Accept", "application/json,*/*")
                        .header("Content-Type", outbound.contentType())
                        .header("X-Slack-Request-Timestamp", timestamp)
                        .header(
                                "X-Slack-Signature",
                                Signature.of(team.app().signingSecret(), timestamp, body))
                        .POST(BodyPublishers.ofString(body));
        if (outbound.attempt() > 0) {
            request.header("X-Slack-Retry-Num", String.valueOf(outbound.attempt()));
            request.header("X-Slack-Retry-Reason", outbound.retryReason());
        }
        return request.build();
    }
}
