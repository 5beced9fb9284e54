package io.muster.app.sandbox.webapi;

import static io.muster.app.sandbox.webapi.ApiMethod.read;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.limits.Tier;
import io.muster.app.sandbox.state.Actor;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.ConversationJson;
import io.muster.app.sandbox.state.SlackError;
import io.muster.app.sandbox.state.Team;

import tools.jackson.databind.node.ObjectNode;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Methods that look at conversations from outside. */
final class ConversationReads {
    private static final String READ = "channels:read,groups:read,im:read,mpim:read";

    private ConversationReads() {}

    static List<ApiMethod> all() {
        return List.of(
                read("conversations.info", Tier.THREE, READ, ConversationReads::info),
                read("conversations.list", Tier.TWO, READ, ConversationReads::list),
                read("conversations.members", Tier.FOUR, READ, ConversationReads::members),
                read("users.conversations", Tier.TWO, READ, ConversationReads::ofUser));
    }

    private static ObjectNode info(Call call) {
        Conversation conversation = seen(call);
        ObjectNode json = ConversationJson.of(call.team(), conversation, call.by());
        if (call.args().flag("include_num_members", false)) {
            json.put("num_members", conversation.members().size());
        }
        ObjectNode answer = Json.object();
        answer.set("channel", json);
        return answer;
    }

    private static Conversation seen(Call call) {
        Conversation conversation = call.channel();
        call.needs(conversation, "channels:read", "groups:read", "im:read");
        return conversation;
    }

    private static ObjectNode members(Call call) {
        Conversation conversation = seen(call);
        ObjectNode answer = Json.object();
        Paging.page(
                call,
                answer,
                "members",
                List.copyOf(conversation.members()),
                call.args().limit(100, 999),
                member -> true,
                member -> answer.stringNode(member));
        return answer;
    }

    private static ObjectNode list(Call call) {
        Set<Conversation.Kind> kinds = kinds(call);
        return conversations(call, call.by(), kinds, false);
    }

    private static ObjectNode ofUser(Call call) {
        Set<Conversation.Kind> kinds = kinds(call);
        String userId = call.args().textOr("user", call.by().userId());
        call.team().users().get(userId);
        return conversations(call, new Actor(userId, false), kinds, true);
    }

    /** Everything that exists is paged; what may not be shown leaves gaps in the pages. */
    private static ObjectNode conversations(
            Call call, Actor of, Set<Conversation.Kind> kinds, boolean joinedOnly) {
        Team team = call.team();
        boolean noArchived = call.args().flag("exclude_archived", false);
        ObjectNode answer = Json.object();
        Paging.page(
                call,
                answer,
                "channels",
                team.conversations().byId(),
                call.args().limit(100, 999),
                conversation ->
                        kinds.contains(conversation.kind())
                                && team.conversations().visible(conversation, call.by())
                                && !(noArchived && conversation.isArchived())
                                && (!joinedOnly || conversation.has(of.userId())),
                conversation -> summary(team, conversation, call.by()));
        return answer;
    }

    private static ObjectNode summary(Team team, Conversation conversation, Actor to) {
        ObjectNode json = ConversationJson.of(team, conversation, to);
        json.remove("last_read");
        return conversation.isIm() ? json : json.put("num_members", conversation.members().size());
    }

    private static Set<Conversation.Kind> kinds(Call call) {
        Set<Conversation.Kind> kinds = new HashSet<>();
        String types = call.args().textOr("types", "");
        for (String type : Arrays.asList((types.isEmpty() ? "public_channel" : types).split(","))) {
            switch (type.strip()) {
                case "public_channel" -> {
                    call.needs("channels:read");
                    kinds.add(Conversation.Kind.PUBLIC);
                }
                case "private_channel" -> {
                    call.needs("groups:read");
                    kinds.add(Conversation.Kind.PRIVATE);
                }
                case "im" -> {
                    call.needs("im:read");
                    kinds.add(Conversation.Kind.IM);
                }
                case "mpim" -> call.needs("mpim:read");
                default -> throw new SlackError("invalid_types");
            }
        }
        return kinds;
    }
}
