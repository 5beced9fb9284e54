package io.muster.app.slack.outbound;

import com.google.gson.JsonObject;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.conversations.ConversationsInfoRequest;

import io.muster.app.slack.block.IncidentView;
import io.muster.core.notice.Effect;
import io.muster.db.outbox.OutboxItem;

import java.util.List;

/**
 * The answer below the message that an incident was declared from. Where another organisation reads
 * along, or was asked to, nothing is said: what leaves the house is approved first.
 */
final class OriginReply {
    private static final List<String> READ_BY_OTHERS =
            List.of("is_shared", "is_ext_shared", "is_org_shared", "is_pending_ext_shared");

    private final SlackCaller caller;
    private final MessagePoster poster;

    OriginReply(SlackCaller caller, MessagePoster poster) {
        this.caller = caller;
        this.poster = poster;
    }

    Deed say(OutboxItem item, Effect.Reply reply, IncidentView view) {
        ConversationsInfoRequest request =
                ConversationsInfoRequest.builder().channel(reply.spot().channel()).build();
        return switch (caller.look("conversations.info", RequestFormBuilder.toForm(request))) {
            case SlackAnswer.Ok ok ->
                    isReadByOthers(ok.body())
                            ? new Deed.Needless("other organisations read there")
                            : poster.reply(
                                    item, reply.spot(), NoticeBlocks.of(reply.notice(), view));
            case SlackAnswer.No no ->
                    new Deed.Needless("who reads there is not known: " + no.error());
            case SlackAnswer.Slower slower -> new Deed.TooSoon(slower.pause());
            case SlackAnswer.Unreachable ignored -> notNow(item);
            case SlackAnswer.Lost ignored -> notNow(item);
        };
    }

    private static Deed notNow(OutboxItem item) {
        return new Deed.Later(
                Pace.backOff(item.attempts()), "who reads there could not be looked up");
    }

    private static boolean isReadByOthers(JsonObject body) {
        return body.get("channel") instanceof JsonObject channel
                && READ_BY_OTHERS.stream()
                        .anyMatch(name ->
                                channel.has(name)
                                        && channel.get(name).isJsonPrimitive()
                                        && channel.get(name).getAsBoolean());
    }
}
