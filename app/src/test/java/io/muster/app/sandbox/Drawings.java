package io.muster.app.sandbox;

import io.muster.app.sandbox.FakeApp.Got;
import io.muster.app.sandbox.FakeApp.Says;
import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpRequest;

/**
 * What the page of a sandbox would draw for a view or a message; for nobody works there any more.
 */
public final class Drawings implements AutoCloseable {
    private final SlackSandbox sandbox;
    private final FakeApp app;
    private final Api api;
    private final Person reader;
    private final Channel channel;

    /**
     * From now on the sandbox delivers to nobody else.
     *
     * @param reader who sees it
     */
    public Drawings(SlackSandbox sandbox, Person reader, Channel channel) {
        this.sandbox = sandbox;
        this.app = new FakeApp(sandbox);
        this.api = new Api(sandbox);
        this.reader = reader;
        this.channel = channel;
    }

    /** A view, or a message's text and blocks, as its reader would see it. */
    public JsonNode of(JsonNode body) {
        return switch (Json.text(body, "type")) {
            case "modal" -> modal(body);
            case "home" -> home(body);
            default -> message(body);
        };
    }

    private JsonNode modal(JsonNode view) {
        app.does(got -> open(got, view));
        reader.types(channel, "/incident draw");
        JsonNode drawn = scene("modal?as=" + reader.id());
        app.does(got -> Says.NOTHING);
        reader.closesEverything();
        return drawn;
    }

    private Says open(Got got, JsonNode view) {
        api.ok(
                "views.open",
                "trigger_id",
                Json.text(got.payload(), "trigger_id"),
                "view",
                Json.write(view));
        return Says.NOTHING;
    }

    private JsonNode home(JsonNode view) {
        api.ok("views.publish", "user_id", reader.id(), "view", Json.write(view));
        return scene("home?as=" + reader.id());
    }

    private JsonNode message(JsonNode message) {
        api.ok(
                "chat.postMessage",
                "channel",
                channel.id(),
                "text",
                Json.text(message, "text"),
                "blocks",
                Json.write(message.path("blocks")));
        JsonNode shown = scene("channel?as=" + reader.id() + "&id=" + channel.id());
        JsonNode messages = shown.path("messages");
        return messages.get(messages.size() - 1);
    }

    private JsonNode scene(String what) {
        URI address = sandbox.page().resolve("/page/" + what);
        return Json.of(api.exchange(HttpRequest.newBuilder(address).build()).body());
    }

    @Override
    public void close() {
        app.close();
    }
}
