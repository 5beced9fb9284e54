package io.muster.app.sandbox.webapi;

import static io.muster.app.sandbox.webapi.ApiMethod.write;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.limits.Tier;
import io.muster.app.sandbox.state.Canvas;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.SlackError;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Methods for canvases: one change a call, markdown only. */
final class CanvasMethods {
    private CanvasMethods() {}

    static List<ApiMethod> all() {
        String scope = "canvases:write";
        return List.of(
                write("conversations.canvases.create", Tier.TWO, scope, CanvasMethods::inChannel),
                write("canvases.create", Tier.TWO, scope, CanvasMethods::create),
                write("canvases.edit", Tier.THREE, scope, CanvasMethods::edit),
                write("canvases.delete", Tier.THREE, scope, CanvasMethods::delete),
                write("canvases.access.set", Tier.THREE, scope, CanvasMethods::access),
                write(
                        "canvases.sections.lookup",
                        Tier.THREE,
                        "canvases:read",
                        CanvasMethods::sections));
    }

    private static ObjectNode inChannel(Call call) {
        Conversation channel = call.conversation("channel_id");
        return created(call, channel);
    }

    private static ObjectNode create(Call call) {
        if (call.args().has("channel_id")) {
            return created(call, call.conversation("channel_id"));
        }
        String title = call.args().textOr("title", "");
        Canvas canvas = call.team().canvases().createAlone(call.by(), title, content(call));
        return Json.object().put("canvas_id", canvas.id());
    }

    private static ObjectNode created(Call call, Conversation channel) {
        if (!channel.has(call.by().userId())) {
            throw new SlackError("restricted_action");
        }
        String title = call.args().textOr("title", "");
        Canvas canvas =
                call.team().canvases().createInChannel(call.by(), channel, title, content(call));
        return Json.object().put("canvas_id", canvas.id());
    }

    private static String content(Call call) {
        return call.args()
                .structure("document_content", "invalid_arguments")
                .map(CanvasMethods::markdown)
                .orElse("");
    }

    private static String markdown(JsonNode content) {
        if (!Json.text(content, "type").equals("markdown")
                || !content.path("markdown").isString()) {
            throw SlackError.explained(
                    "invalid_arguments", List.of("[ERROR] document_content must be markdown"));
        }
        return Json.text(content, "markdown");
    }

    private static ObjectNode edit(Call call) {
        Canvas canvas = canvas(call);
        List<JsonNode> changes =
                call.args()
                        .structure("changes", "invalid_arguments")
                        .map(Json::list)
                        .orElse(List.of());
        if (changes.size() != 1) {
            throw SlackError.explained(
                    "invalid_arguments", List.of("[ERROR] exactly 1 change is allowed"));
        }
        JsonNode change = changes.getFirst();
        String operation = Json.text(change, "operation");
        if (operation.equals("rename")) {
            String title = markdown(change.path("title_content"));
            call.team().canvases().rename(canvas, title);
            return Json.object();
        }
        boolean needsContent = !operation.equals("delete");
        String markdown = needsContent ? markdown(change.path("document_content")) : "";
        call.team().canvases().edit(canvas, operation, Json.text(change, "section_id"), markdown);
        return Json.object();
    }

    private static Canvas canvas(Call call) {
        return call.team().canvases().get(call.by(), call.args().required("canvas_id"));
    }

    private static ObjectNode delete(Call call) {
        call.team().canvases().delete(canvas(call));
        return Json.object();
    }

    /** Either people or channels, one a call; a channel's own canvas cannot be shared so. */
    private static ObjectNode access(Call call) {
        Canvas canvas = canvas(call);
        List<String> users = call.args().ids("user_ids");
        List<String> channels = call.args().ids("channel_ids");
        String level = call.args().required("access_level");
        boolean one = users.size() + channels.size() == 1;
        if (!one || !List.of("read", "write", "owner").contains(level)) {
            throw new SlackError("invalid_parameters");
        }
        if (!canvas.channelId().isEmpty()) {
            throw new SlackError("canvas_not_found");
        }
        users.forEach(call.team().users()::get);
        channels.forEach(id -> call.team().conversations().visible(id, call.by()));
        call.team().canvases().grant(canvas, level, users.isEmpty() ? channels : users);
        return Json.object();
    }

    private static ObjectNode sections(Call call) {
        Canvas canvas = canvas(call);
        JsonNode criteria =
                call.args()
                        .structure("criteria", "invalid_arguments")
                        .orElseThrow(() -> Args.missing("criteria"));
        List<String> types = Json.texts(criteria, "section_types");
        String text = Json.text(criteria, "contains_text");
        ObjectNode answer = Json.object();
        ArrayNode found = answer.putArray("sections");
        for (Canvas.Section section : canvas.sections()) {
            if (matches(section, types, text)) {
                found.add(Json.object().put("id", section.id()));
            }
        }
        return answer;
    }

    private static boolean matches(Canvas.Section section, List<String> types, String text) {
        String heading = section.headingType();
        boolean type =
                types.isEmpty()
                        || types.contains(heading)
                        || (types.contains("any_header") && !heading.isEmpty());
        return type && section.markdown().contains(text);
    }
}
