package io.muster.app.sandbox.webapi;

import static io.muster.app.sandbox.webapi.ApiMethod.write;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.limits.Tier;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.Post;
import io.muster.app.sandbox.state.SlackError;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/** Methods that show what stands behind a link. */
final class UnfurlMethods {
    private UnfurlMethods() {}

    static List<ApiMethod> all() {
        return List.of(
                write("chat.unfurl", Tier.THREE, "links:write", UnfurlMethods::unfurl),
                write("entity.presentDetails", Tier.THREE, "", UnfurlMethods::details));
    }

    private static ObjectNode unfurl(Call call) {
        if (!call.args().has("unfurls")) {
            throw new SlackError("missing_unfurls");
        }
        JsonNode unfurls =
                call.args()
                        .structure("unfurls", "invalid_unfurls_format")
                        .filter(JsonNode::isObject)
                        .orElseThrow(() -> new SlackError("invalid_unfurls_format"));
        Conversation in =
                call.team()
                        .conversations()
                        .find(call.args().textOr("channel", ""))
                        .filter(found -> call.team().conversations().visible(found, call.by()))
                        .orElseThrow(() -> new SlackError("cannot_find_channel"));
        Post post =
                in.post(call.args().textOr("ts", ""))
                        .orElseThrow(() -> new SlackError("cannot_find_message"));
        ObjectNode body = Json.copy(post.body());
        ArrayNode attachments = body.putArray("attachments");
        for (Map.Entry<String, JsonNode> unfurl : unfurls.properties()) {
            attachments.add(attachment(post, unfurl.getKey(), unfurl.getValue()));
        }
        call.team().messages().unfurl(in, post, body);
        return Json.object();
    }

    private static ObjectNode attachment(Post post, String url, JsonNode unfurl) {
        if (!post.text().contains(url)) {
            throw new SlackError("cannot_unfurl_url");
        }
        if (!(unfurl instanceof ObjectNode content)) {
            throw new SlackError("invalid_unfurls_format");
        }
        return Json.copy(content).put("from_url", url).put("is_app_unfurl", true);
    }

    /** Answers an opened detail pane; what it shows is not drawn here. */
    private static ObjectNode details(Call call) {
        call.team().triggers().use(call.args().textOr("trigger_id", ""));
        boolean known = call.args().structure("metadata", "invalid_metadata").isPresent();
        if (!known && !call.args().has("error")) {
            throw new SlackError("invalid_metadata");
        }
        return Json.object();
    }
}
