package io.muster.app.sandbox.state;

import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who comes into a channel and who leaves it. */
public final class Membership {
    private static final int AT_ONCE = 100;

    private final Team team;

    Membership(Team team) {
        this.team = team;
    }

    /** True when the actor was not in the channel before. */
    public boolean join(Actor by, Conversation channel) {
        ConversationLife.refuseIm(channel);
        if (channel.isPrivate() && !channel.has(by.userId())) {
            throw new SlackError("channel_not_found");
        }
        ConversationLife.refuseArchived(channel);
        if (channel.has(by.userId())) {
            return false;
        }
        enter(channel, by.userId(), "");
        return true;
    }

    /** True when the actor had been in the channel. */
    public boolean leave(Actor by, Conversation channel) {
        ConversationLife.refuseIm(channel);
        ConversationLife.refuseArchived(channel);
        if (!channel.has(by.userId())) {
            return false;
        }
        if (channel.isGeneral()) {
            throw new SlackError("cant_leave_general");
        }
        if (channel.isPrivate() && channel.members().size() == 1) {
            throw new SlackError("last_member");
        }
        exit(channel, by, by.userId());
        return true;
    }

    public void kick(Actor by, Conversation channel, String userId) {
        ConversationLife.refuseIm(channel);
        ConversationLife.refuseOutsider(by, channel);
        User user = team.users().get(userId);
        if (user.id().equals(by.userId())) {
            throw new SlackError("cant_kick_self");
        }
        if (channel.isGeneral()) {
            throw new SlackError("cant_kick_from_general");
        }
        if (!channel.has(user.id())) {
            throw new SlackError("not_in_channel");
        }
        exit(channel, by, user.id());
    }

    /**
     * All or nobody, unless forced: then those who can come in do, and the refusal names the
     * others.
     */
    public void invite(Actor by, Conversation channel, List<String> userIds, boolean force) {
        ConversationLife.refuseIm(channel);
        ConversationLife.refuseOutsider(by, channel);
        ConversationLife.refuseArchived(channel);
        if (userIds.isEmpty()) {
            throw new SlackError("no_user");
        }
        if (userIds.size() > AT_ONCE) {
            throw SlackError.explained(
                    "invalid_arguments", List.of("too many users: " + userIds.size()));
        }
        Map<String, String> refused = new LinkedHashMap<>();
        List<String> welcome = new ArrayList<>();
        for (String userId : userIds) {
            obstacle(by, channel, userId)
                    .ifPresentOrElse(
                            error -> refused.put(userId, error), () -> welcome.add(userId));
        }
        if (refused.isEmpty() || force) {
            welcome.forEach(userId -> enter(channel, userId, by.userId()));
        }
        if (!refused.isEmpty() && !(force && !welcome.isEmpty())) {
            throw new SlackError(refused.values().iterator().next(), errors(refused));
        }
        if (!refused.isEmpty()) {
            throw new PartlyDone(errors(refused));
        }
    }

    /** A forced invitation that reached some: the answer is a success that carries errors. */
    public static final class PartlyDone extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ObjectNode details;

        PartlyDone(ObjectNode details) {
            super("partly done", null, false, false);
            this.details = details;
        }

        public ObjectNode details() {
            return details;
        }
    }

    private static ObjectNode errors(Map<String, String> refused) {
        ArrayNode errors = Json.array();
        refused.forEach((user, error) ->
                errors.add(Json.object().put("user", user).put("ok", false).put("error", error)));
        ObjectNode details = Json.object();
        details.set("errors", errors);
        return details;
    }

    private Optional<String> obstacle(Actor by, Conversation channel, String userId) {
        Optional<User> found = team.users().find(userId);
        if (found.isEmpty()) {
            return Optional.of("user_not_found");
        }
        User user = found.get();
        if (user.id().equals(by.userId())) {
            return Optional.of("cant_invite_self");
        }
        if (channel.has(user.id())) {
            return Optional.of("already_in_channel");
        }
        return switch (user.standing()) {
            case DEACTIVATED, BOT, SLACKBOT -> Optional.of("cant_invite");
            case STRANGER -> Optional.of("org_user_not_in_team");
            case SINGLE_CHANNEL_GUEST -> Optional.of("ura_max_channels");
            case GUEST, MEMBER -> Optional.empty();
        };
    }

    public void enter(Conversation channel, String userId, String inviter) {
        channel.members().add(userId);
        Actor who = new Actor(userId, false);
        team.messages().system(channel, who, "channel_join", "has joined the channel");
        team.events().joined(channel, userId, inviter);
        team.feed().touch(Feed.What.SIDEBAR, userId, channel.id());
    }

    private void exit(Conversation channel, Actor by, String userId) {
        channel.members().remove(userId);
        team.events().left(channel, userId);
        String line =
                by.userId().equals(userId)
                        ? "has left the channel"
                        : "was removed from the channel";
        team.messages().system(channel, new Actor(userId, false), "channel_leave", line);
        team.feed().touch(Feed.What.SIDEBAR, userId, channel.id());
    }
}
