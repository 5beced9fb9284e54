package io.muster.app.sandbox.state;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.text.BlockText;
import io.muster.app.sandbox.text.Mentions;
import io.muster.app.sandbox.text.Mrkdwn;
import io.muster.app.sandbox.text.Passage;

import tools.jackson.databind.JsonNode;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom a message makes look up. Counts only what is certain: members of the conversation, called by
 * what the message shows, when it is sent. What may or may not notify is a violation.
 */
public final class Notifications {
    private final Team team;

    Notifications(Team team) {
        this.team = team;
    }

    void onPost(Conversation in, Post post) {
        if (post.isSystem()) {
            return;
        }
        List<Passage> shown = BlockText.shown(post.body());
        Mentions mentions = Mentions.in(shown);
        post.notified().addAll(called(in, post, mentions));
        post.notified().remove(post.author());
        if (post.byApp()) {
            ambiguities(in, post, shown, mentions);
        }
    }

    private Set<String> called(Conversation in, Post post, Mentions mentions) {
        if (in.isIm()) {
            return Set.copyOf(in.members());
        }
        Set<String> called = new LinkedHashSet<>(mentions.users());
        for (String group : mentions.usergroups()) {
            team.usergroups().find(group).ifPresent(found -> called.addAll(found.users()));
        }
        boolean loud =
                mentions.broadcasts().contains("here")
                        || mentions.broadcasts().contains("channel")
                        || (mentions.broadcasts().contains("everyone") && in.isGeneral());
        if (loud && post.isInChannel()) {
            called.addAll(in.members());
        }
        called.retainAll(in.members());
        return called;
    }

    private void ambiguities(Conversation in, Post post, List<Passage> shown, Mentions mentions) {
        String where = " in #" + in.name() + ": " + post.text();
        Mentions inText = Mentions.in(Mrkdwn.parse(post.text()));
        if (!mentions.covers(inText)) {
            warn("a mention in the text but not in the blocks, which may or may not notify", where);
        }
        if (Mentions.tokenInCode(shown)) {
            warn("a mention inside code, which may or may not notify", where);
        }
        if (post.blocks().stream().anyMatch(Notifications::mayComeAlive)) {
            warn("a raw @here, @channel or @everyone in text that is not verbatim", where);
        }
    }

    private static boolean mayComeAlive(JsonNode node) {
        if (Json.text(node, "type").equals("mrkdwn")) {
            return !Json.flag(node, "verbatim") && Mentions.rawBroadcast(Json.text(node, "text"));
        }
        for (JsonNode child : node) {
            if (mayComeAlive(child)) {
                return true;
            }
        }
        return false;
    }

    private void warn(String what, String where) {
        team.violations().add(what + where);
    }

    /** Every message that made the person look up, oldest first. */
    public List<Post> of(String userId) {
        return team.conversations().all().stream()
                .flatMap(conversation -> conversation.posts().stream())
                .filter(post -> post.notified().contains(userId))
                .sorted(Comparator.comparing(Post::ts))
                .toList();
    }

    /** How many of them the person has not looked at. */
    public long unread(String userId, Conversation in) {
        return in.postsAfter(in.lastRead(userId)).stream()
                .filter(post -> post.notified().contains(userId))
                .count();
    }

    /** Whether anybody else said something since the person looked. */
    public boolean hasUnread(String userId, Conversation in) {
        return in.postsAfter(in.lastRead(userId)).stream()
                .filter(post -> !post.author().equals(userId) && !post.isSystem())
                .anyMatch(Post::isInChannel);
    }

    public void read(String userId, Conversation in) {
        List<Post> posts = in.posts();
        if (!posts.isEmpty()) {
            in.read(userId, posts.getLast().ts());
            team.feed().touch(Feed.What.SIDEBAR, userId, in.id());
        }
    }
}
