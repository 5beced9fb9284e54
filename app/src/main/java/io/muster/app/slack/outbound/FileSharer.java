package io.muster.app.slack.outbound;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.conversations.ConversationsOpenRequest;
import com.slack.api.methods.request.files.FilesGetUploadURLExternalRequest;

import io.muster.core.PersonId;
import io.muster.db.outbox.OutboxItem;

import okhttp3.FormBody;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Shares files once: promised, uploaded, shared. Only the last step shows, and before it is done a
 * second time the conversation is searched for the name of the first file.
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

    /** Does this in the conversation with that person alone. */
    Deed with(OutboxItem item, PersonId person, Function<String, Deed> then) {
        ConversationsOpenRequest request =
                ConversationsOpenRequest.builder().users(List.of(person.value())).build();
        return caller.call(
                item,
                "conversations.open",
                RequestFormBuilder.toForm(request),
                ok -> then.apply(ok.text("channel", "id").orElseThrow()),
                no -> SlackCaller.refused(item, no));
    }

    /**
     * Shares them.
     *
     * @param name of the first file
     * @param parcel made only if it is not there yet
     */
    Deed share(OutboxItem item, String channel, String name, Supplier<Parcel> parcel) {
        if (item.doubtful()) {
            Optional<Deed> known = poster.lookFor(item, channel, m -> holds(m, name));
            if (known.isPresent()) {
                return known.get();
            }
        }
        return upload(item, channel, parcel.get(), new JsonArray());
    }

    /**
     * One file after the other; shared when all are there. Until then nobody sees them, so that a
     * lost answer here means beginning again.
     */
    private Deed upload(OutboxItem item, String channel, Parcel parcel, JsonArray done) {
        if (done.size() == parcel.files().size()) {
            return complete(item, channel, parcel.comment(), done);
        }
        SharedFile file = parcel.files().get(done.size());
        byte[] bytes = file.bytes();
        FilesGetUploadURLExternalRequest.FilesGetUploadURLExternalRequestBuilder request =
                FilesGetUploadURLExternalRequest.builder()
                        .filename(file.name())
                        .length(bytes.length);
        if (!file.alt().isEmpty()) {
            request.altTxt(file.alt());
        }
        return caller.call(
                item,
                "files.getUploadURLExternal",
                RequestFormBuilder.toForm(request.build()),
                ok -> {
                    if (!client.upload(ok.text("upload_url").orElseThrow(), bytes)) {
                        return new Deed.Later(
                                Pace.backOff(item.attempts()), "the file was not taken");
                    }
                    JsonObject one = new JsonObject();
                    one.addProperty("id", ok.text("file_id").orElseThrow());
                    one.addProperty("title", file.title());
                    done.add(one);
                    return upload(item, channel, parcel, done);
                },
                no -> SlackCaller.refused(item, no));
    }

    private Deed complete(OutboxItem item, String channel, String comment, JsonArray files) {
        FormBody.Builder form =
                new FormBody.Builder()
                        .add("files", files.toString())
                        .add("channel_id", channel)
                        .add("initial_comment", comment);
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
