package io.muster.app.sandbox.state;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.text.BlockText;
import io.muster.app.sandbox.text.Mentions;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.List;

/** What the app is told of, as Slack words it, and only where the app may look. */
public final class Events {
    private final Team team;

    Events(Team team) {
        this.team = team;
    }

    void posted(Conversation in, Post post) {
        if (!appIsIn(in)) {
            return;
        }
        ObjectNode event = MessageJson.of(team, in, post, false);
        event.remove("team");
        event.put("channel", in.id())
                .put("channel_type", channelType(in))
                .put("event_ts", post.ts());
        if (!post.byApp() && !post.isSystem()) {
            event.put("team", team.id());
        }
        team.feed().event("message." + plural(in), event);
        boolean mentioned =
                Mentions.in(BlockText.shown(post.body()))
                        .users()
                        .contains(team.app().botUser().id());
        if (mentioned && !post.byApp() && !post.isSystem() && !in.isIm()) {
            ObjectNode mention = event.deepCopy().put("type", "app_mention");
            mention.remove("channel_type");
            mention.remove("subtype");
            team.feed().event("app_mention", mention);
        }
    }

    void changed(Conversation in, Post post, ObjectNode before) {
        if (!appIsIn(in)) {
            return;
        }
        ObjectNode event = hidden(in, "message_changed");
        event.set("message", MessageJson.of(team, in, post, false));
        event.set("previous_message", before);
        team.feed().event("message." + plural(in), event);
    }

    void deleted(Conversation in, Post post, ObjectNode before) {
        if (!appIsIn(in)) {
            return;
        }
        ObjectNode event = hidden(in, "message_deleted").put("deleted_ts", post.ts());
        event.set("previous_message", before);
        team.feed().event("message." + plural(in), event);
    }

    private ObjectNode hidden(Conversation in, String subtype) {
        String ts = Ts.of(team.now());
        return Json.object()
                .put("type", "message")
                .put("subtype", subtype)
                .put("hidden", true)
                .put("channel", in.id())
                .put("channel_type", channelType(in))
                .put("ts", ts)
                .put("event_ts", ts);
    }

    void joined(Conversation in, String userId, String inviter) {
        if (!appIsIn(in)) {
            return;
        }
        ObjectNode event = membership("member_joined_channel", in, userId);
        if (!inviter.isEmpty()) {
            event.put("inviter", inviter);
        }
        team.feed().event("member_joined_channel", event);
    }

    void left(Conversation in, String userId) {
        if (appIsIn(in)) {
            team.feed().event("member_left_channel", membership("member_left_channel", in, userId));
        }
    }

    private ObjectNode membership(String type, Conversation in, String userId) {
        return event(type)
                .put("user", userId)
                .put("channel", in.id())
                .put("channel_type", in.isPrivate() ? "G" : "C")
                .put("team", team.id());
    }

    void created(Conversation channel) {
        if (channel.isPrivate()) {
            return;
        }
        ObjectNode event = event("channel_created");
        event.set("channel", named(channel).put("creator", channel.creator()));
        team.feed().event("channel_created", event);
    }

    void archived(Conversation channel, Actor by) {
        lifecycle(channel, "archive", event("").put("user", by.userId()));
    }

    void unarchived(Conversation channel, Actor by) {
        lifecycle(channel, "unarchive", event("").put("user", by.userId()));
    }

    void gone(Conversation channel, Actor by) {
        lifecycle(channel, "deleted", event("").put("actor_id", by.userId()));
    }

    void renamed(Conversation channel, Actor by) {
        if (!appSees(channel)) {
            return;
        }
        String type = channel.isPrivate() ? "group_rename" : "channel_rename";
        ObjectNode event = event(type);
        event.set("channel", named(channel));
        team.feed().event(type, event);
    }

    private void lifecycle(Conversation channel, String what, ObjectNode event) {
        if (!appSees(channel)) {
            return;
        }
        String type = (channel.isPrivate() ? "group_" : "channel_") + what;
        team.feed().event(type, event.put("type", type).put("channel", channel.id()));
    }

    private static ObjectNode named(Conversation channel) {
        return Json.object()
                .put("id", channel.id())
                .put("name", channel.name())
                .put("name_normalized", channel.name())
                .put("created", channel.created())
                .put("is_channel", !channel.isPrivate())
                .put("is_mpim", false);
    }

    void reacted(Conversation in, Post post, String userId, String name, boolean added) {
        if (!appIsIn(in)) {
            return;
        }
        String type = added ? "reaction_added" : "reaction_removed";
        ObjectNode event =
                event(type)
                        .put("user", userId)
                        .put("reaction", name)
                        .put("item_user", post.author());
        event.putObject("item").put("type", "message").put("channel", in.id()).put("ts", post.ts());
        team.feed().event(type, event);
    }

    void pinned(Conversation in, Post post, Pin pin, String by, boolean added) {
        if (!appIsIn(in)) {
            return;
        }
        String type = added ? "pin_added" : "pin_removed";
        ObjectNode event = event(type).put("user", by).put("channel_id", in.id());
        event.set("item", team.pins().json(in, post, pin));
        team.feed().event(type, event);
    }

    void fileShared(Conversation in, String fileId, String userId) {
        if (!appIsIn(in)) {
            return;
        }
        ObjectNode event =
                event("file_shared")
                        .put("file_id", fileId)
                        .put("user_id", userId)
                        .put("channel_id", in.id());
        event.putObject("file").put("id", fileId);
        team.feed().event("file_shared", event);
    }

    void userChange(User user) {
        ObjectNode event = event("user_change").put("cache_ts", team.seconds());
        event.set("user", UserJson.of(team, user));
        team.feed().event("user_change", event);
    }

    void subteam(String type, Usergroup group) {
        ObjectNode event = event(type);
        event.set("subteam", group.json(team, true));
        team.feed().event(type, event);
    }

    void subteamMembers(Usergroup group, List<String> added, List<String> removed) {
        ObjectNode event =
                event("subteam_members_changed")
                        .put("subteam_id", group.id())
                        .put("team_id", team.id())
                        .put("date_update", team.seconds())
                        .put("added_users_count", added.size())
                        .put("removed_users_count", removed.size());
        event.set("added_users", Json.array(added));
        event.set("removed_users", Json.array(removed));
        team.feed().event("subteam_members_changed", event);
    }

    public void homeOpened(User user, String tab, Conversation im) {
        ObjectNode event =
                event("app_home_opened")
                        .put("user", user.id())
                        .put("channel", im.id())
                        .put("tab", tab);
        if (tab.equals("home")) {
            team.views().home(user.id()).ifPresent(view -> event.set("view", view.json(team)));
        }
        team.feed().event("app_home_opened", event);
    }

    /** Of what is said in private, an app hears only where it is a member. */
    public void linkShared(Conversation in, Post post, List<String> urls) {
        boolean open = !in.isPrivate() && !in.isIm();
        if (!open && !appIsIn(in)) {
            return;
        }
        ObjectNode event =
                event("link_shared")
                        .put("channel", in.id())
                        .put("is_bot_user_member", appIsIn(in))
                        .put("user", post.author())
                        .put("message_ts", post.ts())
                        .put("unfurl_id", in.id() + "." + post.ts())
                        .put("source", "conversations_history");
        var links = event.putArray("links");
        for (String url : urls) {
            String host = String.valueOf(URI.create(url).getHost());
            links.add(Json.object().put("domain", host).put("url", url));
        }
        team.feed().event("link_shared", event);
    }

    /** Somebody opened the details of what an app shows behind a link; they wait for the answer. */
    public void entityDetailsRequested(User user, Conversation in, Post post, JsonNode entity) {
        String url = Json.text(entity, "url");
        String host = String.valueOf(URI.create(url).getHost());
        ObjectNode event =
                event("entity_details_requested")
                        .put("user", user.id())
                        .put("entity_url", url)
                        .put("app_unfurl_url", Json.text(entity, "app_unfurl_url"))
                        .put("trigger_id", team.triggers().issue(user.id(), "", in.id()))
                        .put("user_locale", "en-US")
                        .put("channel", in.id())
                        .put("message_ts", post.ts());
        event.set("external_ref", entity.path("external_ref"));
        event.set("link", Json.object().put("url", url).put("domain", host));
        team.feed().event("entity_details_requested", event);
    }

    public void uninstalled() {
        team.feed().event("app_uninstalled", event("app_uninstalled"));
        ObjectNode revoked = event("tokens_revoked");
        revoked.putObject("tokens").set("bot", Json.array(List.of(team.app().botUser().id())));
        team.feed().event("tokens_revoked", revoked);
    }

    private ObjectNode event(String type) {
        return Json.object().put("type", type).put("event_ts", Ts.of(team.now()));
    }

    private boolean appIsIn(Conversation in) {
        return in.has(team.app().botUser().id());
    }

    private boolean appSees(Conversation in) {
        return team.conversations().visible(in, team.bot());
    }

    private static String channelType(Conversation in) {
        return switch (in.kind()) {
            case PUBLIC -> "channel";
            case PRIVATE -> "group";
            case IM -> "im";
        };
    }

    private static String plural(Conversation in) {
        return in.isIm() ? "im" : channelType(in) + "s";
    }
}
