package io.muster.app.slack.outbound;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.conversations.ConversationsListRequest;
import com.slack.api.model.ConversationType;

import java.time.Duration;
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
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private ChannelSearch() {}

    /** What came of looking. */
    sealed interface Sought {
        /** This one fits. */
        record Found(JsonObject channel) implements Sought {}

        /** All were looked at and none fits. */
        record NotThere() implements Sought {}

        /** Slack did not show them all; nobody knows yet. */
        record NotNow(Duration pause) implements Sought {}
    }

    /** The first channel that fits, among those that are not archived. */
    static Sought find(SlackCaller caller, Predicate<JsonObject> fits) {
        Optional<String> cursor = Optional.empty();
        for (int page = 0; page < PAGES; page++) {
            SlackAnswer answer = page(caller, cursor);
            if (!(answer instanceof SlackAnswer.Ok ok)
                    || !(ok.body().get("channels") instanceof JsonArray channels)) {
                return new Sought.NotNow(
                        answer instanceof SlackAnswer.Slower slower ? slower.pause() : A_MOMENT);
            }
            for (JsonElement element : channels) {
                if (element instanceof JsonObject channel && fits.test(channel)) {
                    return new Sought.Found(channel);
                }
            }
            cursor = ok.text("response_metadata", "next_cursor").filter(c -> !c.isBlank());
            if (cursor.isEmpty()) {
                return new Sought.NotThere();
            }
        }
        return new Sought.NotThere();
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
