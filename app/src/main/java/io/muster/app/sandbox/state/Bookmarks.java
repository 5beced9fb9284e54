package io.muster.app.sandbox.state;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.text.Emoji;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/** The bar of links above a channel. */
public final class Bookmarks {
    private static final int TITLE = 256;
    private static final int LINK = 2048;

    private final Team team;

    Bookmarks(Team team) {
        this.team = team;
    }

    public Bookmark add(Actor by, Conversation in, String title, String link, String emoji) {
        refuseOutside(by, in);
        check(title, link, emoji);
        if (in.bookmarks().size() >= team.caps().bookmarks()) {
            throw new SlackError("too_many_bookmarks");
        }
        Bookmark bookmark =
                new Bookmark(
                        team.ids().next("Bk"),
                        in.id(),
                        title,
                        link,
                        emoji,
                        team.seconds(),
                        0,
                        by.userId());
        in.bookmarks().add(bookmark);
        touch(in);
        return bookmark;
    }

    public Bookmark edit(
            Actor by,
            Conversation in,
            String id,
            Optional<String> title,
            Optional<String> link,
            Optional<String> emoji) {
        refuseOutside(by, in);
        Bookmark old = get(in, id);
        Bookmark changed =
                new Bookmark(
                        id,
                        in.id(),
                        title.orElse(old.title()),
                        link.orElse(old.link()),
                        emoji.orElse(old.emoji()),
                        old.created(),
                        team.seconds(),
                        by.userId());
        check(changed.title(), changed.link(), changed.emoji());
        in.bookmarks().set(in.bookmarks().indexOf(old), changed);
        touch(in);
        return changed;
    }

    public void remove(Actor by, Conversation in, String id) {
        refuseOutside(by, in);
        in.bookmarks().remove(get(in, id));
        touch(in);
    }

    private static Bookmark get(Conversation in, String id) {
        return in.bookmarks().stream()
                .filter(bookmark -> bookmark.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new SlackError("not_found"));
    }

    private static void refuseOutside(Actor by, Conversation in) {
        if (!in.has(by.userId())) {
            throw new SlackError("channel_not_found");
        }
        if (in.isArchived()) {
            throw new SlackError("permission_denied");
        }
    }

    private static void check(String title, String link, String emoji) {
        if (title.isBlank() || title.length() > TITLE) {
            throw SlackError.explained("invalid_arguments", List.of("[ERROR] title: 1 to 256"));
        }
        if (!link.matches("https?://\\S+") || link.length() > LINK) {
            throw new SlackError("invalid_link");
        }
        String name = emoji.replace(":", "");
        if (!name.isEmpty() && !Emoji.exists(name)) {
            throw new SlackError("invalid_emoji");
        }
    }

    private void touch(Conversation in) {
        team.feed().touch(Feed.What.CHANNEL, "", in.id());
    }

    public ObjectNode json(Bookmark bookmark) {
        ObjectNode json =
                Json.object()
                        .put("id", bookmark.id())
                        .put("channel_id", bookmark.channelId())
                        .put("title", bookmark.title())
                        .put("link", bookmark.link())
                        .put("emoji", bookmark.emoji())
                        .put("icon_url", "")
                        .put("type", "link")
                        .put("date_created", bookmark.created())
                        .put("date_updated", bookmark.updated())
                        .put("rank", "g")
                        .put("last_updated_by_user_id", bookmark.updatedBy())
                        .put("last_updated_by_team_id", team.id());
        json.set("entity_id", json.nullNode());
        json.set("shortcut_id", json.nullNode());
        json.set("app_id", json.nullNode());
        return json;
    }
}
