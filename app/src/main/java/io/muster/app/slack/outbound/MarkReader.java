package io.muster.app.slack.outbound;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.chat.ChatGetPermalinkRequest;
import com.slack.api.methods.request.conversations.ConversationsRepliesRequest;

import io.muster.app.desk.IncidentDesk;
import io.muster.app.desk.Knock;
import io.muster.app.slack.Typing;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.incident.Incident;
import io.muster.core.incident.TalkCommand;
import io.muster.core.talk.Mark;
import io.muster.core.talk.Quoted;
import io.muster.core.talk.Spot;
import io.muster.db.outbox.OutboxItem;

import java.util.Optional;

/**
 * Reads a message that somebody put into the timeline by a pushpin, which says only where it is.
 */
final class MarkReader {
    private final SlackCaller caller;
    private final IncidentDesk desk;

    MarkReader(SlackCaller caller, IncidentDesk desk) {
        this.caller = caller;
        this.desk = desk;
    }

    Deed read(OutboxItem item, Spot spot, Incident incident) {
        Optional<Mark> mark = incident.dossier().talk().find(spot);
        if (mark.isEmpty() || mark.get().quoted().isPresent()) {
            return new Deed.Needless("it is read already");
        }
        ConversationsRepliesRequest request =
                ConversationsRepliesRequest.builder()
                        .channel(spot.channel())
                        .ts(spot.message())
                        .latest(spot.message())
                        .oldest(spot.message())
                        .inclusive(true)
                        .build();
        return caller.call(
                item,
                "conversations.replies",
                RequestFormBuilder.toForm(request),
                ok -> keep(item, spot, ok),
                no -> refused(item, spot, no));
    }

    private Deed keep(OutboxItem item, Spot spot, SlackAnswer.Ok ok) {
        return find(ok.body(), spot)
                .map(message ->
                        report(item, new TalkCommand.RecordRead(spot, quoted(message, spot))))
                .orElseGet(() -> gone(item, spot));
    }

    private Quoted quoted(JsonObject message, Spot spot) {
        return new Quoted(
                text(message, "user").map(PersonId::new),
                FreeText.of(Typing.readable(text(message, "text").orElse(""))),
                permalink(spot));
    }

    private Deed refused(OutboxItem item, Spot spot, SlackAnswer.No no) {
        return switch (no.error()) {
            case "thread_not_found", "message_not_found" -> gone(item, spot);
            case "not_in_channel", "channel_not_found", "missing_scope" ->
                    report(
                            item,
                            new TalkCommand.RecordUnreadable(
                                    spot, "Muster may not read the channel."));
            default -> SlackCaller.refused(item, no);
        };
    }

    private Deed gone(OutboxItem item, Spot spot) {
        return report(item, new TalkCommand.RecordUnreadable(spot, "it is no longer there."));
    }

    private Deed report(OutboxItem item, TalkCommand command) {
        desk.handle(item.incident(), command, Knock.ofTheOutbox(item.id()));
        return Deed.done();
    }

    private String permalink(Spot spot) {
        ChatGetPermalinkRequest request =
                ChatGetPermalinkRequest.builder()
                        .channel(spot.channel())
                        .messageTs(spot.message())
                        .build();
        return caller.look("chat.getPermalink", RequestFormBuilder.toForm(request))
                        instanceof SlackAnswer.Ok ok
                ? ok.text("permalink").orElse("")
                : "";
    }

    private static Optional<JsonObject> find(JsonObject body, Spot spot) {
        if (body.get("messages") instanceof JsonArray messages) {
            for (JsonElement element : messages) {
                if (element instanceof JsonObject message
                        && text(message, "ts").filter(spot.message()::equals).isPresent()) {
                    return Optional.of(message);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(JsonObject object, String name) {
        return object.has(name) && object.get(name).isJsonPrimitive()
                ? Optional.of(object.get(name).getAsString())
                : Optional.empty();
    }
}
