package io.muster.app.sandbox.webapi;

import static io.muster.app.sandbox.webapi.ApiMethod.read;
import static io.muster.app.sandbox.webapi.ApiMethod.write;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.limits.Tier;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.Draft;
import io.muster.app.sandbox.state.SlackError;
import io.muster.app.sandbox.state.StoredFile;
import io.muster.app.sandbox.state.Team;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/** Methods for files: a promise of bytes, the bytes (elsewhere), and the sharing. */
final class FileMethods {
    private static final long SNIPPET = 1024 * 1024;
    private static final long LARGEST = 1024L * 1024 * 1024;

    private FileMethods() {}

    static List<ApiMethod> all() {
        return List.of(
                read("files.getUploadURLExternal", Tier.FOUR, "files:write", FileMethods::promise),
                write(
                        "files.completeUploadExternal",
                        Tier.FOUR,
                        "files:write",
                        FileMethods::complete),
                read("files.info", Tier.FOUR, "files:read", FileMethods::info),
                write("files.delete", Tier.THREE, "files:write", FileMethods::delete));
    }

    private static ObjectNode promise(Call call) {
        Team team = call.team();
        long length = length(call);
        if (call.args().textOr("alt_txt", "").length() > 1000) {
            throw new SlackError("alt_txt_too_large");
        }
        if (call.args().has("snippet_type") && length > SNIPPET) {
            throw new SlackError("snippet_too_large");
        }
        StoredFile file = team.files().promise(call.by(), call.args().required("filename"), length);
        file.describe(call.args().textOr("alt_txt", ""));
        return Json.object()
                .put("upload_url", team.address() + "upload/v1/" + team.files().uploadPath(file))
                .put("file_id", file.id());
    }

    private static long length(Call call) {
        try {
            long length = Long.parseLong(call.args().required("length"));
            if (length <= 0 || length > LARGEST) {
                throw new SlackError("file_upload_size_restricted");
            }
            return length;
        } catch (NumberFormatException e) {
            throw SlackError.explained("invalid_arguments", List.of("[ERROR] length"));
        }
    }

    private static ObjectNode complete(Call call) {
        Team team = call.team();
        List<JsonNode> asked =
                call.args()
                        .structure("files", "invalid_arguments")
                        .map(Json::list)
                        .orElse(List.of());
        if (asked.isEmpty()) {
            throw Args.missing("files");
        }
        List<Conversation> channels = channels(call);
        channels.forEach(channel -> refuseOutside(call, channel));
        List<StoredFile> files = new ArrayList<>();
        for (JsonNode file : asked) {
            files.add(team.files().complete(Json.text(file, "id"), Json.text(file, "title")));
        }
        channels.forEach(channel -> share(call, channel, files));
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("files");
        files.forEach(file -> list.add(file.json(team)));
        return answer;
    }

    private static List<Conversation> channels(Call call) {
        List<String> ids = new ArrayList<>(call.args().ids("channels"));
        call.args().text("channel_id").filter(id -> !id.isEmpty()).ifPresent(ids::add);
        if (ids.size() > 100) {
            throw new SlackError("channels_limit_exceeded");
        }
        return ids.stream().map(id -> call.team().conversations().visible(id, call.by())).toList();
    }

    private static void refuseOutside(Call call, Conversation channel) {
        if (!channel.has(call.by().userId())) {
            throw new SlackError("not_in_channel");
        }
        if (channel.isArchived()) {
            throw new SlackError("posting_to_channel_denied");
        }
    }

    private static void share(Call call, Conversation channel, List<StoredFile> files) {
        Team team = call.team();
        files.forEach(file -> team.files().share(file, channel, call.by()));
        Draft draft =
                Draft.of(call.args().textOr("initial_comment", ""))
                        .withFiles(files.stream().map(StoredFile::id).toList())
                        .inThread(call.args().textOr("thread_ts", ""), false);
        team.messages().post(call.by(), channel, draft);
    }

    private static ObjectNode info(Call call) {
        StoredFile file = call.team().files().get(call.args().textOr("file", ""));
        if (!call.team().files().visible(file, call.by())) {
            throw new SlackError("file_not_found");
        }
        ObjectNode answer = Json.object();
        answer.set("file", file.json(call.team()));
        answer.putArray("comments");
        Paging.nextCursor(answer, "");
        return answer;
    }

    private static ObjectNode delete(Call call) {
        call.team()
                .files()
                .delete(call.by(), call.team().files().get(call.args().textOr("file", "")));
        return Json.object();
    }
}
