package io.muster.app.sandbox.webapi;

import static io.muster.app.sandbox.webapi.ApiMethod.read;
import static io.muster.app.sandbox.webapi.ApiMethod.write;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.limits.Tier;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.MessageJson;
import io.muster.app.sandbox.state.Post;
import io.muster.app.sandbox.state.SlackError;
import io.muster.app.sandbox.state.Ts;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.Stream;

/** Methods that read what was said. */
final class HistoryMethods {
    private static final String HISTORY = "channels:history,groups:history,im:history,mpim:history";

    private HistoryMethods() {}

    static List<ApiMethod> all() {
        return List.of(
                write("conversations.history", Tier.THREE, HISTORY, HistoryMethods::history),
                read("conversations.replies", Tier.THREE, HISTORY, HistoryMethods::replies));
    }

    private static ObjectNode history(Call call) {
        Conversation in = readable(call);
        List<Post> found =
                between(call, in.posts().stream().filter(Post::isInChannel)).toList().reversed();
        ObjectNode answer = page(call, in, found, 100, 999);
        return answer.put("pin_count", in.pins().size());
    }

    private static ObjectNode replies(Call call) {
        Conversation in = readable(call);
        String ts = call.args().required("ts");
        Post asked = in.post(ts).orElseThrow(() -> new SlackError("thread_not_found"));
        if (asked.isReply()) {
            return page(call, in, List.of(asked), 1000, 1000);
        }
        Stream<Post> replies = between(call, in.repliesTo(ts).stream());
        List<Post> thread = Stream.concat(Stream.of(asked), replies).toList();
        return page(call, in, thread, 1000, 1000);
    }

    private static Conversation readable(Call call) {
        Conversation in = call.channel();
        call.needs(in, "channels:history", "groups:history", "im:history");
        if (!in.has(call.by().userId())) {
            throw new SlackError("not_in_channel");
        }
        return in;
    }

    private static Stream<Post> between(Call call, Stream<Post> posts) {
        String oldest = bound(call, "oldest", "0", "invalid_ts_oldest");
        String latest = bound(call, "latest", "9999999999", "invalid_ts_latest");
        boolean inclusive = call.args().flag("inclusive", false);
        String visibleUntil = Ts.of(call.team().now().minus(call.faults().hiddenHistory()));
        boolean lagging = call.faults().hiddenHistory().isPositive();
        return posts.filter(post -> !lagging || post.ts().compareTo(visibleUntil) <= 0)
                .filter(post -> after(post.ts(), oldest, inclusive))
                .filter(post -> after(latest, post.ts(), inclusive));
    }

    private static String bound(Call call, String name, String otherwise, String error) {
        String ts = call.args().textOr(name, "");
        if (ts.isEmpty()) {
            return Ts.full(otherwise);
        }
        if (!Ts.isValid(ts)) {
            throw new SlackError(error);
        }
        return Ts.full(ts);
    }

    private static boolean after(String later, String earlier, boolean orSame) {
        int order = later.compareTo(earlier);
        return order > 0 || (orSame && order == 0);
    }

    private static ObjectNode page(
            Call call, Conversation in, List<Post> posts, int usual, int max) {
        int limit = call.args().limit(usual, max);
        int from = Paging.offset(call.args().textOr("cursor", ""), posts.size());
        int to = Math.min(posts.size(), from + limit);
        boolean metadata = call.args().flag("include_all_metadata", false);
        ObjectNode answer = Json.object();
        ArrayNode messages = answer.putArray("messages");
        posts.subList(from, to)
                .forEach(post -> messages.add(MessageJson.of(call.team(), in, post, metadata)));
        answer.put("has_more", to < posts.size());
        if (to < posts.size()) {
            Paging.nextCursor(answer, Paging.cursor(to));
        }
        return answer;
    }
}
