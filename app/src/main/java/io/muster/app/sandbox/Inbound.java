package io.muster.app.sandbox;

import io.muster.app.sandbox.delivery.EventQueue;
import io.muster.app.sandbox.delivery.Outbound;
import io.muster.app.sandbox.delivery.Outbound.Kind;
import io.muster.app.sandbox.json.Form;
import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.Team;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Raw requests to the app over HTTP, for tests that bend them: see {@link Knock}. */
public final class Inbound {
    private final Team team;
    private final EventQueue events;
    private final Supplier<URI> target;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Inbound(Team team, EventQueue events, Supplier<URI> target) {
        this.team = team;
        this.events = events;
        this.target = target;
    }

    public Knock command(Person by, Channel where, String command, String text) {
        return knock(Kind.SLASH_COMMAND, new RawPayloads(team).command(by, where, command, text));
    }

    /** A click on a button, by its label, as it is in the message now. */
    public Knock click(Person by, Message message, String label) {
        return knock(Kind.INTERACTIVE, new RawPayloads(team).click(by, message, label));
    }

    /** The modal as it is filled in now. */
    public Knock submission(Person by, Modal modal) {
        return knock(Kind.INTERACTIVE, new RawPayloads(team).submission(by, modal));
    }

    public Knock interactive(JsonNode payload) {
        return knock(Kind.INTERACTIVE, (ObjectNode) payload.deepCopy());
    }

    /** An event, put into its envelope. */
    public Knock event(JsonNode event) {
        return knock(Kind.EVENT, events.envelope((ObjectNode) event.deepCopy()));
    }

    /** An event request that has no envelope, or a whole one. */
    public Knock unwrapped(JsonNode body) {
        return knock(Kind.EVENT, (ObjectNode) body.deepCopy());
    }

    public Knock urlVerification(String challenge) {
        return unwrapped(
                Json.object()
                        .put("token", team.app().verificationToken())
                        .put("challenge", challenge)
                        .put("type", "url_verification"));
    }

    /** Slack's own look at a command's address. */
    public Knock sslCheck() {
        return knock(Kind.SLASH_COMMAND, Json.object())
                .body(
                        Form.encode(
                                Map.of("token", team.app().verificationToken(), "ssl_check", "1")));
    }

    private Knock knock(Kind kind, ObjectNode payload) {
        return Knock.of(
                http,
                target.get(),
                team.app().signingSecret(),
                team.now(),
                Outbound.of(kind, payload));
    }

    void close() {
        http.shutdownNow();
    }
}
