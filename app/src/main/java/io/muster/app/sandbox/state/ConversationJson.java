package io.muster.app.sandbox.state;

import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.node.ObjectNode;

/** A conversation as the Web API shows it to one who asks. */
public final class ConversationJson {
    private ConversationJson() {}

    public static ObjectNode of(Team team, Conversation conversation, Actor to) {
        return conversation.isIm() ? im(team, conversation, to) : channel(team, conversation, to);
    }

    private static ObjectNode im(Team team, Conversation im, Actor to) {
        return Json.object()
                .put("id", im.id())
                .put("created", im.created())
                .put("is_archived", false)
                .put("is_im", true)
                .put("is_org_shared", false)
                .put("context_team_id", team.id())
                .put("user", im.partnerOf(to.userId()))
                .put("is_user_deleted", false)
                .put("priority", 0);
    }

    private static ObjectNode channel(Team team, Conversation channel, Actor to) {
        ObjectNode json =
                Json.object()
                        .put("id", channel.id())
                        .put("name", channel.name())
                        .put("is_channel", true)
                        .put("is_group", false)
                        .put("is_im", false)
                        .put("is_mpim", false)
                        .put("is_private", channel.isPrivate())
                        .put("created", channel.created())
                        .put("is_archived", channel.isArchived())
                        .put("is_general", channel.isGeneral())
                        .put("unlinked", 0)
                        .put("name_normalized", channel.name())
                        .put("is_shared", channel.isShared())
                        .put("is_org_shared", false)
                        .put("is_pending_ext_shared", false)
                        .put("is_ext_shared", channel.isShared())
                        .put("context_team_id", team.id())
                        .put("updated", team.now().toEpochMilli())
                        .put("creator", channel.creator())
                        .put("is_member", channel.has(to.userId()));
        json.set("pending_shared", Json.array());
        json.set("topic", note(channel.topic()));
        json.set("purpose", note(channel.purpose()));
        json.set("previous_names", Json.array(channel.previousNames()));
        if (channel.has(to.userId())) {
            json.put("last_read", channel.lastRead(to.userId()));
        }
        channel.canvasId()
                .ifPresent(canvas ->
                        json.putObject("properties")
                                .putObject("canvas")
                                .put("file_id", canvas)
                                .put("is_empty", false)
                                .put("quip_thread_id", canvas));
        return json;
    }

    private static ObjectNode note(Note note) {
        return Json.object()
                .put("value", note.value())
                .put("creator", note.creator())
                .put("last_set", note.lastSet());
    }
}
