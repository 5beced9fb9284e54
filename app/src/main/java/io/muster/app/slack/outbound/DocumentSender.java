package io.muster.app.slack.outbound;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.conversations.ConversationsOpenRequest;
import com.slack.api.methods.request.files.FilesGetUploadURLExternalRequest;

import io.muster.core.PersonId;
import io.muster.core.incident.Incident;
import io.muster.core.incident.Room;
import io.muster.core.notice.Effect;
import io.muster.db.outbox.OutboxItem;

import okhttp3.FormBody;

import java.util.List;
import java.util.Optional;

/**
 * Hands out the document as a file, once: promised, uploaded, shared. Only the last step shows, and
 * before it is done a second time the conversation is searched for the file's name.
 */
final class DocumentSender {
    private final SlackCaller caller;
    private final SlackClient client;
    private final MessagePoster poster;
    private final DocumentSource source;

    DocumentSender(
            SlackCaller caller, SlackClient client, MessagePoster poster, DocumentSource source) {
        this.caller = caller;
        this.client = client;
        this.poster = poster;
        this.source = source;
    }

    Deed send(OutboxItem item, Effect.Export export, Incident incident) {
        Optional<PersonId> person = export.to();
        if (person.isEmpty()) {
            return incident.room()
                    .map(Room::channel)
                    .map(channel -> into(item, channel, incident))
                    .orElseGet(() -> new Deed.Needless("there is no channel"));
        }
        ConversationsOpenRequest request =
                ConversationsOpenRequest.builder().users(List.of(person.get().value())).build();
        return caller.call(
                item,
                "conversations.open",
                RequestFormBuilder.toForm(request),
                ok -> into(item, ok.text("channel", "id").orElseThrow(), incident),
                no -> SlackCaller.refused(item, no));
    }

    private Deed into(OutboxItem item, String channel, Incident incident) {
        String name = incident.id() + "-document-" + item.id() + ".md";
        if (item.doubtful()) {
            Optional<Deed> known = poster.lookFor(item, channel, m -> holds(m, name));
            if (known.isPresent()) {
                return known.get();
            }
        }
        byte[] file = source.read(incident.id()).file();
        FilesGetUploadURLExternalRequest request =
                FilesGetUploadURLExternalRequest.builder()
                        .filename(name)
                        .length(file.length)
                        .build();
        return caller.call(
                item,
                "files.getUploadURLExternal",
                RequestFormBuilder.toForm(request),
                ok -> upload(item, channel, incident, ok, file),
                no -> SlackCaller.refused(item, no));
    }

    /** Until it is shared nobody sees it, so that a lost answer here means beginning again. */
    private Deed upload(
            OutboxItem item,
            String channel,
            Incident incident,
            SlackAnswer.Ok promised,
            byte[] file) {
        boolean taken = client.upload(promised.text("upload_url").orElseThrow(), file);
        return taken
                ? share(item, channel, incident, promised.text("file_id").orElseThrow())
                : new Deed.Later(Pace.backOff(item.attempts()), "the file was not taken");
    }

    private Deed share(OutboxItem item, String channel, Incident incident, String fileId) {
        JsonObject file = new JsonObject();
        file.addProperty("id", fileId);
        file.addProperty("title", incident.id() + " incident document");
        JsonArray files = new JsonArray();
        files.add(file);
        FormBody.Builder form =
                new FormBody.Builder()
                        .add("files", files.toString())
                        .add("channel_id", channel)
                        .add(
                                "initial_comment",
                                "📄 The document of "
                                        + incident.id()
                                        + " as its record makes it now, with the whole timeline.");
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
