package io.muster.app.slack.outbound;

import io.muster.app.Secret;
import io.muster.app.checkup.Finding;

import okhttp3.FormBody;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;

/**
 * Whether Slack would bring us what people do, over Socket Mode. The connection is asked for and
 * its end is knocked at, and not opened: Slack would hand it what somebody does right now.
 */
public final class EventsCheckup {
    private static final String ABOUT = "events";
    private static final int PATIENCE_MS = 4_000;

    private EventsCheckup() {}

    /** Asks Slack for a connection. */
    public static List<Finding> examine(URI api, Secret token) {
        if (!token.reveal().startsWith("xapp-")) {
            return List.of(
                    Finding.toDo(
                            ABOUT,
                            "what stands in SLACK_APP_TOKEN does not begin with xapp-: make one"
                                    + " under \"Basic Information\", \"App-Level Tokens\", with"
                                    + " connections:write"));
        }
        try (SlackClient client = new SlackClient(api, token)) {
            SlackAnswer answer = client.call("apps.connections.open", new FormBody.Builder());
            return List.of(judged(answer));
        }
    }

    private static Finding judged(SlackAnswer answer) {
        return switch (answer) {
            case SlackAnswer.Ok ok -> knock(URI.create(ok.text("url").orElse("")));
            case SlackAnswer.No no ->
                    Finding.toDo(
                            ABOUT,
                            switch (no.error()) {
                                case "missing_scope" ->
                                        "SLACK_APP_TOKEN has no connections:write: make a new one"
                                                + " with it";
                                case "invalid_auth", "not_allowed_token_type", "token_revoked" ->
                                        "Slack refuses SLACK_APP_TOKEN ("
                                                + no.error()
                                                + "): make a new one with connections:write";
                                default ->
                                        "Slack opens no connection ("
                                                + no.error()
                                                + "): switch Socket Mode on at api.slack.com/apps,"
                                                + " or set SLACK_SIGNING_SECRET instead";
                            });
            case SlackAnswer.Slower ignored ->
                    Finding.warn(ABOUT, "Slack asks to wait; try again in a minute");
            case SlackAnswer.Unreachable it -> Finding.toDo(ABOUT, it.reason());
            case SlackAnswer.Lost it -> Finding.toDo(ABOUT, it.reason());
        };
    }

    private static Finding knock(URI socket) {
        String host = String.valueOf(socket.getHost());
        boolean plain = "ws".equals(socket.getScheme());
        int port = socket.getPort() > 0 ? socket.getPort() : plain ? 80 : 443;
        try (Socket door = new Socket()) {
            door.connect(new InetSocketAddress(host, port), PATIENCE_MS);
            return Finding.ok(ABOUT, "Socket Mode is on, and " + host + " can be reached");
        } catch (IOException e) {
            return Finding.toDo(
                    ABOUT,
                    "Slack opens a connection, but "
                            + host
                            + " cannot be reached on port "
                            + port
                            + ": let this machine connect there");
        }
    }
}
