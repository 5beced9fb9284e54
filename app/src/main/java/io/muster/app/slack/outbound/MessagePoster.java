package io.muster.app.slack.outbound;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.methods.request.conversations.ConversationsOpenRequest;
import com.slack.api.methods.request.conversations.ConversationsRepliesRequest;

import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.SlackJson;
import io.muster.core.talk.Spot;
import io.muster.db.outbox.OutboxItem;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Posts a message once. Each carries its row of the outbox in its metadata; when the answer to a
 * post was lost, the history of the channel or the thread is asked before anything is posted again.
 */
final class MessagePoster {
    private static final String EVENT_TYPE = "muster_outbox";
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);
    private static final int HISTORY = 900;

    private final SlackCaller caller;
    private final String installation;
    private final Pace pace;
    private final InstantSource clock;

    MessagePoster(SlackCaller caller, String installation, Pace pace, InstantSource clock) {
        this.caller = caller;
        this.installation = installation;
        this.pace = pace;
        this.clock = clock;
    }

    /** Posts into a channel, or to a person by their id. */
    Deed post(OutboxItem item, String channel, Message message) {
        return post(item, channel, message, no -> SlackCaller.refused(item, no));
    }

    /**
     * Posts below a message. Where Muster may not speak, nothing is said: whoever wrote there did
     * not ask for it.
     */
    Deed reply(OutboxItem item, Spot below, Message message) {
        return post(
                item,
                below.channel(),
                Optional.of(below.root()),
                message,
                no -> new Deed.Needless("it cannot be said there: " + no.error()));
    }

    /** The same, with an own answer to Slack's refusals. */
    Deed post(
            OutboxItem item,
            String channel,
            Message message,
            Function<SlackAnswer.No, Deed> refused) {
        return post(item, channel, Optional.empty(), message, refused);
    }

    private Deed post(
            OutboxItem item,
            String channel,
            Optional<String> thread,
            Message message,
            Function<SlackAnswer.No, Deed> refused) {
        if (item.doubtful()) {
            SlackAnswer said =
                    thread.map(root -> repliesOf(item, channel, root))
                            .orElseGet(() -> history(item, channel));
            Optional<Deed> known = lookFor(item, channel, said, posted -> isOf(posted, item));
            if (known.isPresent()) {
                return known.get();
            }
        }
        ChatPostMessageRequest request =
                ChatPostMessageRequest.builder()
                        .channel(channel)
                        .text(message.text())
                        .blocksAsString(SlackJson.of(message.blocks()))
                        .metadataAsString(metadata(item))
                        .threadTs(thread.orElse(null))
                        .unfurlLinks(false)
                        .unfurlMedia(false)
                        .build();
        return caller.call(
                item,
                "chat.postMessage",
                Optional.of(channel),
                RequestFormBuilder.toForm(request),
                ok -> Deed.posted(ok.text("channel").orElse(channel), ok.text("ts").orElse("")),
                refused);
    }

    /** Edits a message; asking twice is harmless. */
    Deed edit(
            OutboxItem item,
            String channel,
            String ts,
            Message message,
            Function<SlackAnswer.No, Deed> refused) {
        ChatUpdateRequest request =
                ChatUpdateRequest.builder()
                        .channel(channel)
                        .ts(ts)
                        .text(message.text())
                        .blocksAsString(SlackJson.of(message.blocks()))
                        .build();
        return caller.call(
                item,
                "chat.update",
                RequestFormBuilder.toForm(request),
                ok -> Deed.posted(channel, ts),
                refused);
    }

    /**
     * Looks for what an attempt may have left in the conversation. Empty when it is certain by now,
     * or cannot be known, that it left nothing.
     */
    Optional<Deed> lookFor(OutboxItem item, String channel, Predicate<JsonObject> isIt) {
        return lookFor(item, channel, history(item, channel), isIt);
    }

    private Optional<Deed> lookFor(
            OutboxItem item, String channel, SlackAnswer said, Predicate<JsonObject> isIt) {
        return switch (said) {
            case SlackAnswer.Ok ok ->
                    find(ok.body(), isIt)
                            .<Deed>map(ts -> Deed.posted(ok.text("channel").orElse(channel), ts))
                            .or(() -> unlessTheGraceIsOver(item));
            case SlackAnswer.No ignored -> unlessTheGraceIsOver(item); // we may not look
            case SlackAnswer.Slower slower -> Optional.of(stillLooking(slower.pause()));
            case SlackAnswer.Unreachable ignored -> Optional.of(stillLooking(pace.look()));
            case SlackAnswer.Lost ignored -> Optional.of(stillLooking(pace.look()));
        };
    }

    private SlackAnswer history(OutboxItem item, String channel) {
        boolean isPerson = channel.startsWith("U") || channel.startsWith("W");
        if (!isPerson) {
            return historyOf(item, channel);
        }
        ConversationsOpenRequest open =
                ConversationsOpenRequest.builder().users(List.of(channel)).build();
        SlackAnswer opened = caller.look("conversations.open", RequestFormBuilder.toForm(open));
        return opened instanceof SlackAnswer.Ok ok && ok.text("channel", "id").isPresent()
                ? historyOf(item, ok.text("channel", "id").get())
                : opened;
    }

    private SlackAnswer repliesOf(OutboxItem item, String channel, String root) {
        ConversationsRepliesRequest request =
                ConversationsRepliesRequest.builder()
                        .channel(channel)
                        .ts(root)
                        .oldest(oldest(item))
                        .limit(HISTORY)
                        .includeAllMetadata(true)
                        .build();
        return caller.look("conversations.replies", RequestFormBuilder.toForm(request));
    }

    /** What an attempt has left is not older than this. */
    private static String oldest(OutboxItem item) {
        return String.valueOf(item.firstAttempt().minus(CLOCK_DIFFERENCE).getEpochSecond());
    }

    private SlackAnswer historyOf(OutboxItem item, String channel) {
        ConversationsHistoryRequest request =
                ConversationsHistoryRequest.builder()
                        .channel(channel)
                        .oldest(oldest(item))
                        .limit(HISTORY)
                        .includeAllMetadata(true)
                        .build();
        SlackAnswer answer =
                caller.look("conversations.history", RequestFormBuilder.toForm(request));
        if (answer instanceof SlackAnswer.Ok ok) {
            ok.body().addProperty("channel", channel);
        }
        return answer;
    }

    private Optional<Deed> unlessTheGraceIsOver(OutboxItem item) {
        boolean over =
                item.lostAt()
                        .filter(lost -> clock.instant().isAfter(lost.plus(pace.grace())))
                        .isPresent();
        return over ? Optional.empty() : Optional.of(stillLooking(pace.look()));
    }

    private static Deed stillLooking(Duration wait) {
        return new Deed.Doubtful(wait, "looking whether it was posted", false);
    }

    private static Optional<String> find(JsonObject history, Predicate<JsonObject> isIt) {
        if (!(history.get("messages") instanceof JsonArray messages)) {
            return Optional.empty();
        }
        for (JsonElement element : messages) {
            if (element instanceof JsonObject message && isIt.test(message)) {
                return Optional.of(message.get("ts").getAsString());
            }
        }
        return Optional.empty();
    }

    private boolean isOf(JsonObject message, OutboxItem item) {
        return message.get("metadata") instanceof JsonObject metadata
                && metadata.get("event_payload") instanceof JsonObject payload
                && payload.has("id")
                && payload.get("id").getAsString().equals(rowName(item));
    }

    /** Opaque, because every member and app that sees the message can read it. */
    private String metadata(OutboxItem item) {
        JsonObject payload = new JsonObject();
        payload.addProperty("id", rowName(item));
        JsonObject metadata = new JsonObject();
        metadata.addProperty("event_type", EVENT_TYPE);
        metadata.add("event_payload", payload);
        return metadata.toString();
    }

    private String rowName(OutboxItem item) {
        return installation + "/" + item.id();
    }
}
