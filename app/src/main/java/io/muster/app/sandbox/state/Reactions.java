package io.muster.app.sandbox.state;

import io.muster.app.sandbox.text.Emoji;

import java.util.LinkedHashSet;
import java.util.Set;

/** Emoji under messages. */
public final class Reactions {
    private final Team team;

    Reactions(Team team) {
        this.team = team;
    }

    public void add(Actor by, Conversation in, Post post, String name) {
        String emoji = checked(by, in, name);
        Set<String> users = post.reactions().get(emoji);
        if (users == null) {
            if (post.reactions().size() >= team.caps().emojiPerMessage()) {
                throw new SlackError("too_many_emoji");
            }
            users = new LinkedHashSet<>();
            post.reactions().put(emoji, users);
        }
        if (!users.add(by.userId())) {
            throw new SlackError("already_reacted");
        }
        changed(in, post, by.userId(), emoji, true);
    }

    public void remove(Actor by, Conversation in, Post post, String name) {
        String emoji = checked(by, in, name);
        Set<String> users = post.reactions().getOrDefault(emoji, Set.of());
        if (!users.contains(by.userId())) {
            throw new SlackError("no_reaction");
        }
        users.remove(by.userId());
        if (users.isEmpty()) {
            post.reactions().remove(emoji);
        }
        changed(in, post, by.userId(), emoji, false);
    }

    private static String checked(Actor by, Conversation in, String name) {
        if (!Emoji.exists(name)) {
            throw new SlackError("invalid_name");
        }
        ConversationLife.refuseArchived(in);
        ConversationLife.refuseOutsider(by, in);
        return name;
    }

    private void changed(Conversation in, Post post, String userId, String name, boolean added) {
        post.touched();
        team.events().reacted(in, post, userId, name, added);
        team.feed().touch(Feed.What.CHANNEL, "", in.id());
    }
}
