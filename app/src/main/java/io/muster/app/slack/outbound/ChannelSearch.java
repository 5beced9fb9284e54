package io.muster.app.slack.outbound;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.conversations.ConversationsListRequest;
import com.slack.api.model.ConversationType;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Looks through the workspace's channels. Slack cannot be asked for a channel by its name, so this
 * is slow in a large workspace: only used when a channel of a name is known to exist.
 */
final class ChannelSearch {
    private static final int PAGES = 60;
    private static final int PAGE = 200;

    private ChannelSearch() {}

    /** The first channel that fits, among those that are not archived. */
    static Optional<JsonObject> find(SlackCaller caller, Predicate<JsonObject> fits) {
        Optional<String> cursor = Optional.empty();
        for (int page = 0; page < PAGES; page++) {
            if (!(page(caller, cursor) instanceof SlackAnswer.Ok ok)
                    || !(ok.body().get("channels") instanceof JsonArray channels)) {
                return Optional.empty();
            }
            for (JsonElement element : channels) {
                if (element instanceof JsonObject channel && fits.test(channel)) {
                    return Optional.of(channel);
                }
            }
            cursor = ok.text("response_metadata", "next_cursor").filter(c -> !c.isBlank());
            if (cursor.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A text of a channel; empty if it has none. */
    static String text(JsonObject channel, String name) {
        return channel.has(name) && channel.get(name).isJsonPrimitive()
                ? channel.get(name).getAsString()
                : "";
    }

    private static SlackAnswer page(SlackCaller caller, Optional<String> cursor) {
        ConversationsListRequest request =
                ConversationsListRequest.builder()
                        .types(
                                List.of(
                                        ConversationType.PUBLIC_CHANNEL,
                                        ConversationType.PRIVATE_CHANNEL))
                        .excludeArchived(true)
                        .limit(PAGE)
                        .cursor(cursor.orElse(null))
                        .build();
        return caller.look("conversations.list", RequestFormBuilder.toForm(request));
    }
}
