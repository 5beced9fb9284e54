package io.muster.app.sandbox.webapi;

import static io.muster.app.sandbox.webapi.ApiMethod.write;

import io.muster.app.sandbox.blockkit.BlockKit;
import io.muster.app.sandbox.blockkit.Findings;
import io.muster.app.sandbox.blockkit.Normal;
import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.limits.Tier;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.Post;
import io.muster.app.sandbox.state.SlackError;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Set;

/** Methods that show what stands behind a link. */
final class UnfurlMethods {
    private static final Set<String> ERRORS =
            Set.of(
                    "restricted",
                    "internal_error",
                    "not_found",
                    "custom",
                    "custom_partial_view",
                    "timeout",
                    "edit_error");

    private UnfurlMethods() {}

    static List<ApiMethod> all() {
        return List.of(
                write("chat.unfurl", Tier.THREE, "links:write", UnfurlMethods::unfurl),
                write("entity.presentDetails", Tier.THREE, "", UnfurlMethods::details));
    }

    private static ObjectNode unfurl(Call call) {
        boolean entities = call.args().has("metadata");
        if (!call.args().has("unfurls") && !entities) {
            throw new SlackError("missing_unfurls");
        }
        Place place = place(call);
        Post post = place.post();
        ObjectNode body = Json.copy(post.body());
        ArrayNode attachments = body.putArray("attachments");
        if (entities) {
            entities(call).forEach(entity -> attachments.add(below(call, post, entity)));
        } else {
            unfurls(call)
                    .properties()
                    .forEach(unfurl ->
                            attachments.add(
                                    attachment(call, post, unfurl.getKey(), unfurl.getValue())));
        }
        call.team().messages().unfurl(place.in(), post, body);
        return Json.object();
    }

    private record Place(Conversation in, Post post) {}

    /** A message is named by where it stands, or by what Slack called the wish to unfurl. */
    private static Place place(Call call) {
        String id = call.args().textOr("unfurl_id", "");
        boolean named = !id.isEmpty() && call.args().has("source");
        boolean stands = call.args().has("channel") && call.args().has("ts");
        if (named == stands) {
            throw new SlackError(stands ? "invalid_arguments" : "missing_channel");
        }
        if (named && !call.args().textOr("source", "").equals("conversations_history")) {
            throw new SlackError("invalid_source"); // nobody composes here
        }
        String[] parts = named ? id.split("\\.", 2) : new String[] {"", ""};
        String channel = named ? parts[0] : call.args().textOr("channel", "");
        String ts = named && parts.length > 1 ? parts[1] : call.args().textOr("ts", "");
        Conversation in =
                call.team()
                        .conversations()
                        .find(channel)
                        .filter(found -> call.team().conversations().visible(found, call.by()))
                        .orElseThrow(() ->
                                new SlackError(
                                        named ? "invalid_unfurl_id" : "cannot_find_channel"));
        return new Place(in, in.post(ts).orElseThrow(() -> new SlackError("cannot_find_message")));
    }

    private static JsonNode unfurls(Call call) {
        return call.args()
                .structure("unfurls", "invalid_unfurls_format")
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new SlackError("invalid_unfurls_format"));
    }

    private static List<ObjectNode> entities(Call call) {
        JsonNode metadata =
                call.args()
                        .structure("metadata", "invalid_metadata_format")
                        .filter(JsonNode::isObject)
                        .orElseThrow(() -> new SlackError("invalid_metadata_format"));
        List<ObjectNode> entities =
                Json.stream(metadata, "entities")
                        .map(entity -> Entities.checked(entity, call.team().manifest()))
                        .toList();
        if (entities.isEmpty()) {
            throw new SlackError("invalid_metadata_schema");
        }
        return entities;
    }

    private static ObjectNode below(Call call, Post post, ObjectNode entity) {
        String url = Json.text(entity, "app_unfurl_url");
        if (url.isEmpty() || !post.text().contains(url)) {
            throw new SlackError("cannot_unfurl_url");
        }
        ObjectNode attachment = Entities.attachment(entity);
        attachment.set(
                "blocks", Normal.blocks(Json.list(attachment, "blocks"), call.team().ids()::block));
        return attachment;
    }

    /** Slack normalises the blocks of an unfurl like those of a message, and refuses bad ones. */
    private static ObjectNode attachment(Call call, Post post, String url, JsonNode unfurl) {
        if (!post.text().contains(url)) {
            throw new SlackError("cannot_unfurl_url");
        }
        if (!(unfurl instanceof ObjectNode content)) {
            throw new SlackError("invalid_unfurls_format");
        }
        ObjectNode attachment = Json.copy(content).put("from_url", url).put("is_app_unfurl", true);
        if (attachment.has("blocks")) {
            Findings findings = BlockKit.checkMessage(attachment.path("blocks"), "/unfurls");
            if (!findings.none()) {
                call.team().violations().add("cannot_parse_attachment: " + findings.messages());
                throw new SlackError("cannot_parse_attachment");
            }
            attachment.set(
                    "blocks",
                    Normal.blocks(Json.list(attachment, "blocks"), call.team().ids()::block));
        }
        return attachment;
    }

    /** Answers an opened detail pane, for the one person who opened it. */
    private static ObjectNode details(Call call) {
        call.team().triggers().use(call.args().required("trigger_id"));
        boolean known =
                call.args()
                        .structure("metadata", "invalid_metadata_format")
                        .map(entity -> Entities.checked(entity, call.team().manifest()))
                        .isPresent();
        if (!known && !call.args().has("error")) {
            throw new SlackError("invalid_metadata_format");
        }
        call.args()
                .structure("error", "invalid_arguments")
                .filter(error -> !ERRORS.contains(Json.text(error, "status")))
                .ifPresent(error -> {
                    throw new SlackError("invalid_arguments");
                });
        return Json.object();
    }
}
