package io.muster.app.sandbox.webapi;

import static io.muster.app.sandbox.webapi.ApiMethod.write;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.limits.Tier;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.ConversationJson;
import io.muster.app.sandbox.state.Membership;
import io.muster.app.sandbox.state.SlackError;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.Ts;
import io.muster.app.sandbox.state.User;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Methods that make channels, change them, and bring people in and out. */
final class ConversationMethods {
    private static final String MANAGE = "channels:manage,groups:write,im:write,mpim:write";

    private ConversationMethods() {}

    static List<ApiMethod> all() {
        return List.of(
                write("conversations.create", Tier.TWO, MANAGE, ConversationMethods::create),
                write("conversations.rename", Tier.TWO, MANAGE, ConversationMethods::rename),
                write("conversations.archive", Tier.TWO, MANAGE, ConversationMethods::archive),
                write("conversations.unarchive", Tier.TWO, MANAGE, ConversationMethods::unarchive),
                write(
                        "conversations.setTopic",
                        Tier.TWO,
                        MANAGE + ",channels:write.topic,groups:write.topic",
                        ConversationMethods::topic),
                write(
                        "conversations.setPurpose",
                        Tier.TWO,
                        MANAGE + ",channels:write.topic,groups:write.topic",
                        ConversationMethods::purpose),
                write(
                        "conversations.invite",
                        Tier.THREE,
                        MANAGE + ",channels:write.invites,groups:write.invites",
                        ConversationMethods::invite),
                write("conversations.kick", Tier.THREE, MANAGE, ConversationMethods::kick),
                write("conversations.join", Tier.THREE, "channels:join", ConversationMethods::join),
                write("conversations.leave", Tier.THREE, MANAGE, ConversationMethods::leave),
                write("conversations.open", Tier.THREE, MANAGE, ConversationMethods::open),
                write("conversations.mark", Tier.THREE, MANAGE, ConversationMethods::mark));
    }

    private static ObjectNode create(Call call) {
        String name =
                call.args().text("name").orElseThrow(() -> new SlackError("invalid_name_required"));
        boolean isPrivate = call.args().flag("is_private", false);
        call.needs(isPrivate ? "groups:write" : "channels:manage");
        return answer(call, call.team().life().create(call.by(), name, isPrivate));
    }

    private static ObjectNode rename(Call call) {
        Conversation channel = managed(call);
        call.team().life().rename(call.by(), channel, call.args().textOr("name", ""));
        return answer(call, channel);
    }

    private static ObjectNode archive(Call call) {
        call.team().life().archive(call.by(), managed(call));
        return Json.object();
    }

    private static ObjectNode unarchive(Call call) {
        call.team().life().unarchive(call.by(), managed(call));
        return Json.object();
    }

    private static Conversation managed(Call call) {
        Conversation channel = call.channel();
        call.needs(channel, "channels:manage", "groups:write", "im:write");
        return channel;
    }

    private static ObjectNode topic(Call call) {
        Conversation channel = worded(call);
        call.team().life().topic(call.by(), channel, call.args().textOr("topic", ""));
        return answer(call, channel);
    }

    private static ObjectNode purpose(Call call) {
        Conversation channel = worded(call);
        call.team().life().purpose(call.by(), channel, call.args().textOr("purpose", ""));
        return answer(call, channel).put("purpose", channel.purpose().value());
    }

    private static Conversation worded(Call call) {
        Conversation channel = call.channel();
        call.needs(
                channel,
                "channels:manage,channels:write.topic",
                "groups:write,groups:write.topic",
                "im:write");
        return channel;
    }

    private static ObjectNode invite(Call call) {
        Conversation channel = call.channel();
        call.needs(
                channel,
                "channels:manage,channels:write.invites",
                "groups:write,groups:write.invites",
                "im:write");
        Optional<ObjectNode> errors = Optional.empty();
        try {
            call.team()
                    .membership()
                    .invite(
                            call.by(),
                            channel,
                            call.args().ids("users"),
                            call.args().flag("force", false));
        } catch (Membership.PartlyDone partly) {
            errors = Optional.of(partly.details());
        }
        ObjectNode answer = answer(call, channel);
        Consumer<ObjectNode> add = answer::setAll;
        errors.ifPresent(add);
        return answer;
    }

    private static ObjectNode kick(Call call) {
        Conversation channel = managed(call);
        call.team().membership().kick(call.by(), channel, call.args().textOr("user", ""));
        return Json.object();
    }

    private static ObjectNode join(Call call) {
        Conversation channel = call.channel();
        boolean entered = call.team().membership().join(call.by(), channel);
        if (!entered) {
            call.warn("already_in_channel");
        }
        return answer(call, channel);
    }

    private static ObjectNode leave(Call call) {
        Conversation channel = managed(call);
        boolean left = call.team().membership().leave(call.by(), channel);
        return left ? Json.object() : Json.object().put("not_in_channel", true);
    }

    private static ObjectNode open(Call call) {
        Team team = call.team();
        if (call.args().has("channel")) {
            return im(call, call.channel());
        }
        call.needs("im:write");
        List<String> users = call.args().ids("users");
        if (users.isEmpty()) {
            throw new SlackError("users_list_not_supplied");
        }
        if (users.size() > 1) {
            call.needs("mpim:write");
            throw new SlackError("method_not_supported_for_channel_type");
        }
        User user = team.users().get(users.getFirst());
        if (!user.isActive()) {
            throw new SlackError("user_disabled");
        }
        if (user.isBot()) {
            throw new SlackError("invalid_user_combination");
        }
        return im(call, team.conversations().imWithApp(user.id()));
    }

    private static ObjectNode im(Call call, Conversation im) {
        if (call.args().flag("return_im", false)) {
            return answer(call, im);
        }
        ObjectNode answer = Json.object();
        answer.putObject("channel").put("id", im.id());
        return answer;
    }

    private static ObjectNode mark(Call call) {
        Conversation channel = managed(call);
        if (!channel.has(call.by().userId())) {
            throw new SlackError("not_in_channel");
        }
        if (!Ts.isValid(call.args().required("ts"))) {
            throw new SlackError("invalid_timestamp");
        }
        return Json.object();
    }

    private static ObjectNode answer(Call call, Conversation channel) {
        ObjectNode answer = Json.object();
        answer.set("channel", ConversationJson.of(call.team(), channel, call.by()));
        return answer;
    }
}
