package io.muster.app.sandbox.webapi;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.Draft;
import io.muster.app.sandbox.state.Post;
import io.muster.app.sandbox.state.ResponseUrls;
import io.muster.app.sandbox.state.SlackError;
import io.muster.app.sandbox.state.Team;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** {@code response_url}: a late answer to a command or a click. */
public final class ResponseUrlHandler extends Handler.Abstract {
    private final Team team;

    public ResponseUrlHandler(Team team) {
        this.team = team;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request).substring(1);
        if (!path.startsWith("commands/") && !path.startsWith("actions/")) {
            return false;
        }
        String body = Content.Source.asString(request, StandardCharsets.UTF_8);
        int status = 200;
        String answer = "ok";
        try {
            JsonNode message =
                    Json.parse(body)
                            .filter(JsonNode::isObject)
                            .orElseThrow(() -> new SlackError("invalid_payload"));
            team.turn(() -> say(team.responseUrls().use(path), (ObjectNode) message));
        } catch (SlackError refusal) {
            boolean gone = refusal.code().endsWith("_url");
            status = gone ? 404 : 400;
            answer = Json.write(Json.object().put("ok", false).put("error", refusal.code()));
            team.violations().add("response_url refused: " + refusal.code());
        }
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        response.write(true, ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }

    private void say(ResponseUrls.Grant grant, ObjectNode message) {
        Conversation in = team.conversations().find(grant.channelId()).orElseThrow();
        Post original = team.messages().seen(in, grant.userId(), grant.messageTs());
        if (Json.flag(message, "delete_original")) {
            if (original != null) {
                team.messages().delete(in, original);
            }
            return;
        }
        Draft draft = MessageArgs.read(team, message);
        if (Json.flag(message, "replace_original") && original != null) {
            team.messages().update(in, original, draft, true);
        } else if (Json.text(message, "response_type").equals("in_channel")) {
            team.messages().post(team.bot(), in, draft);
        } else {
            team.messages().whisper(team.bot(), in, grant.userId(), draft);
        }
    }
}
