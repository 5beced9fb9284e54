package io.muster.app.sandbox.page;

import io.muster.app.sandbox.client.SlackClient;
import io.muster.app.sandbox.json.Form;
import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.Actor;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.FileTypes;
import io.muster.app.sandbox.state.Post;
import io.muster.app.sandbox.state.SlackError;
import io.muster.app.sandbox.state.StoredFile;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.User;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Serves the page, what it shows and what it does. Answers only to a browser that asks loopback by
 * name, and takes deeds only as JSON or with a header of its own, so that no other site can act
 * here through somebody's browser.
 */
public final class PageHandler extends Handler.Abstract {
    private static final String PREFIX = "/page/";
    private static final String OWN_HEADER = "X-Sandbox";

    private final SlackClient client;
    private final Team team;
    private final Scenes scenes;
    private final Deeds deeds;
    private final LiveStream live;
    private final Assets assets = new Assets();

    public PageHandler(SlackClient client, Setting setting) {
        this.client = client;
        this.team = client.team();
        this.scenes = new Scenes(client, setting);
        this.deeds = new Deeds(client, setting);
        this.live = new LiveStream(team, setting.clock());
    }

    /** Ends the streams. */
    public void release() {
        live.close();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!isLoopback(request)) {
            send(response, callback, 403, "text/plain", bytes("loopback only"));
            return true;
        }
        String path = Request.getPathInContext(request);
        if (!path.startsWith(PREFIX)) {
            return assets.serve(path, response, callback);
        }
        String what = path.substring(PREFIX.length());
        String rawQuery = request.getHttpURI().getQuery();
        Map<String, String> query = Form.decode(rawQuery == null ? "" : rawQuery).orElse(Map.of());
        if (what.equals("live")) {
            live.serve(user(query), response, callback);
        } else if (what.startsWith("file/")) {
            file(what.substring("file/".length()), user(query), response, callback);
        } else if (request.getMethod().equals("POST")) {
            deed(what, query, request, response, callback);
        } else {
            json(response, callback, () -> team.turn(() -> scene(what, query)));
        }
        return true;
    }

    private static boolean isLoopback(Request request) {
        String host = Request.getServerName(request);
        return host.equals("127.0.0.1") || host.equals("localhost");
    }

    private ObjectNode scene(String what, Map<String, String> query) {
        return switch (what) {
            case "boot" -> scenes.boot();
            case "side" -> scenes.side(user(query));
            case "channel" -> scenes.channel(user(query), query.getOrDefault("id", ""));
            case "thread" ->
                    scenes.thread(
                            user(query),
                            query.getOrDefault("id", ""),
                            query.getOrDefault("ts", ""));
            case "modal" -> scenes.modal(user(query));
            case "home" -> scenes.home(user(query));
            default -> throw new SlackError("unknown_method");
        };
    }

    private User user(Map<String, String> query) {
        return team.turn(() -> team.users().get(query.getOrDefault("as", "")));
    }

    private void deed(
            String what,
            Map<String, String> query,
            Request request,
            Response response,
            Callback callback)
            throws Exception {
        if (request.getHeaders().get(OWN_HEADER) == null) {
            send(response, callback, 403, "text/plain", bytes("for the page only"));
            return;
        }
        if (what.equals("upload")) {
            byte[] content;
            try (InputStream body = Content.Source.asInputStream(request)) {
                content = body.readAllBytes();
            }
            json(response, callback, () -> upload(user(query), query, content));
            return;
        }
        String body = Content.Source.asString(request, StandardCharsets.UTF_8);
        JsonNode ask = Json.parse(body).orElse(Json.object());
        json(response, callback, () -> deeds.act(what, user(query), ask));
    }

    private ObjectNode upload(User user, Map<String, String> query, byte[] content) {
        Conversation in =
                team.turn(() ->
                        team.conversations()
                                .find(query.getOrDefault("channel", ""))
                                .orElseThrow(() -> new SlackError("channel_not_found")));
        String name = query.getOrDefault("name", "file");
        Post post =
                client.composer().share(user, in, name, content, query.getOrDefault("text", ""));
        return Json.object()
                .put("ts", post.ts())
                .put("id", Json.text(post.body().path("files").path(0), "id"));
    }

    private void file(String id, User user, Response response, Callback callback) {
        StoredFile file = team.turn(() -> team.files().get(id.replaceFirst("/.*", "")));
        boolean visible = team.turn(() -> team.files().visible(file, Actor.person(user)));
        if (!visible) {
            send(response, callback, 404, "text/plain", bytes("file_not_found"));
            return;
        }
        String type = FileTypes.mime(file.name());
        // What a file says must not run here: anything but a picture is saved, not shown.
        if (!type.startsWith("image/") || type.contains("svg")) {
            response.getHeaders()
                    .put(
                            "Content-Disposition",
                            "attachment; filename=\""
                                    + file.name().replaceAll("[^\\w.-]", "_")
                                    + "\"");
        }
        send(response, callback, 200, type, file.content());
    }

    /** A refusal is an answer here too; the page shows it. */
    private void json(Response response, Callback callback, Supplier<ObjectNode> answer) {
        ObjectNode body;
        try {
            body = answer.get();
        } catch (SlackError refusal) {
            body = Json.object().put("error", refusal.code());
        } catch (IllegalArgumentException unfit) {
            body = Json.object().put("error", String.valueOf(unfit.getMessage()));
        }
        send(response, callback, 200, "application/json; charset=utf-8", bytes(Json.write(body)));
    }

    static void send(Response response, Callback callback, int status, String type, byte[] body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
