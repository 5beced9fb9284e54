package io.muster.app.slack.outbound;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.files.FilesGetUploadURLExternalRequest;

import io.muster.db.outbox.OutboxItem;

import okhttp3.FormBody;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Shares a file once: promised, uploaded, shared. Only the last step shows, and before it is done a
 * second time the conversation is searched for the file's name.
 */
final class FileSharer {
    private final SlackCaller caller;
    private final SlackClient client;
    private final MessagePoster poster;

    FileSharer(SlackCaller caller, SlackClient client, MessagePoster poster) {
        this.caller = caller;
        this.client = client;
        this.poster = poster;
    }

    /**
     * Shares it.
     *
     * @param name of the file
     * @param file made only if it is not there yet
     */
    Deed share(OutboxItem item, String channel, String name, Supplier<SharedFile> file) {
        if (item.doubtful()) {
            Optional<Deed> known = poster.lookFor(item, channel, m -> holds(m, name));
            if (known.isPresent()) {
                return known.get();
            }
        }
        SharedFile made = file.get();
        FilesGetUploadURLExternalRequest request =
                FilesGetUploadURLExternalRequest.builder()
                        .filename(made.name())
                        .length(made.bytes().length)
                        .altTxt(made.alt())
                        .build();
        return caller.call(
                item,
                "files.getUploadURLExternal",
                RequestFormBuilder.toForm(request),
                ok -> upload(item, channel, made, ok),
                no -> SlackCaller.refused(item, no));
    }

    /** Until it is shared nobody sees it, so that a lost answer here means beginning again. */
    private Deed upload(OutboxItem item, String channel, SharedFile file, SlackAnswer.Ok promised) {
        return client.upload(promised.text("upload_url").orElseThrow(), file.bytes())
                ? complete(item, channel, file, promised.text("file_id").orElseThrow())
                : new Deed.Later(Pace.backOff(item.attempts()), "the file was not taken");
    }

    private Deed complete(OutboxItem item, String channel, SharedFile file, String id) {
        JsonObject one = new JsonObject();
        one.addProperty("id", id);
        one.addProperty("title", file.title());
        JsonArray files = new JsonArray();
        files.add(one);
        FormBody.Builder form =
                new FormBody.Builder()
                        .add("files", files.toString())
                        .add("channel_id", channel)
                        .add("initial_comment", file.comment());
        return caller.call(
                item,
                "files.completeUploadExternal",
                form,
                ok -> Deed.done(),
                no -> SlackCaller.refused(item, no));
    }

    private static boolean holds(JsonObject message, String name) {
        if (message.get("files") instanceof JsonArray files) {
            for (var element : files) {
                if (element instanceof JsonObject file
                        && ChannelSearch.text(file, "name").equals(name)) {
                    return true;
                }
            }
        }
        return false;
    }
}
