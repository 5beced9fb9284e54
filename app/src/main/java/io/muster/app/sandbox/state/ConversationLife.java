package io.muster.app.sandbox.state;

import io.muster.app.sandbox.text.Emoji;
import io.muster.app.sandbox.text.Escapes;

/** How a channel begins, changes its name and its words, and ends. */
public final class ConversationLife {
    private static final int WORDS = 250;

    private final Team team;

    ConversationLife(Team team) {
        this.team = team;
    }

    public Conversation create(Actor by, String name, boolean isPrivate) {
        ChannelNames.check(name);
        refuseTaken(name);
        Conversation channel =
                new Conversation(
                        team.ids().next("C"),
                        isPrivate ? Conversation.Kind.PRIVATE : Conversation.Kind.PUBLIC,
                        name,
                        by.userId(),
                        team.seconds());
        team.conversations().add(channel);
        channel.members().add(by.userId());
        team.messages().system(channel, by, "channel_join", "has joined the channel");
        team.events().created(channel);
        team.feed().touch(Feed.What.SIDEBAR, "", channel.id());
        return channel;
    }

    /** The channel that everybody is in and nobody can leave. */
    public void makeGeneral(Conversation channel) {
        channel.general(true);
    }

    public void rename(Actor by, Conversation channel, String name) {
        refuseIm(channel);
        ChannelNames.check(name);
        refuseArchived(channel);
        refuseOutsider(by, channel);
        if (by.isApp() && !channel.creator().equals(by.userId())) {
            throw new SlackError("not_authorized");
        }
        if (channel.name().equals(name)) {
            return;
        }
        refuseTaken(name);
        String before = channel.name();
        channel.rename(name);
        team.messages()
                .system(
                        channel,
                        by,
                        "channel_name",
                        "has renamed the channel from \"" + before + "\" to \"" + name + "\"");
        team.events().renamed(channel, by);
        team.feed().touch(Feed.What.SIDEBAR, "", channel.id());
    }

    /** A public channel becomes private, and keeps its id; there is no way back. */
    public void makePrivate(Actor by, Conversation channel) {
        refuseIm(channel);
        refuseOutsider(by, channel);
        if (channel.isGeneral()) {
            throw new SlackError("restricted_action");
        }
        channel.close();
        String line =
                "made this channel private. Now, it can only be viewed or joined by invitation.";
        team.messages().system(channel, by, "channel_convert_to_private", line);
        team.feed().touch(Feed.What.SIDEBAR, "", channel.id());
    }

    public void topic(Actor by, Conversation channel, String words) {
        refuseLong(channel, by, words);
        String stored = Emoji.named(Escapes.apply(Escapes.undo(words)));
        if (channel.topic().value().equals(stored)) {
            return;
        }
        channel.topic(new Note(stored, by.userId(), team.seconds()));
        String line =
                stored.isEmpty() ? "cleared channel topic" : "set the channel topic: " + stored;
        team.messages().system(channel, by, "channel_topic", line);
    }

    public void purpose(Actor by, Conversation channel, String words) {
        refuseLong(channel, by, words);
        String stored = Emoji.named(Escapes.apply(Escapes.undo(words)));
        if (channel.purpose().value().equals(stored)) {
            return;
        }
        channel.purpose(new Note(stored, by.userId(), team.seconds()));
        team.messages()
                .system(channel, by, "channel_purpose", "set the channel description: " + stored);
    }

    private static void refuseLong(Conversation channel, Actor by, String words) {
        refuseIm(channel);
        refuseOutsider(by, channel);
        refuseArchived(channel);
        if (words.codePointCount(0, words.length()) > WORDS) {
            throw new SlackError("too_long");
        }
    }

    public void archive(Actor by, Conversation channel) {
        refuseIm(channel);
        if (channel.isArchived()) {
            throw new SlackError("already_archived");
        }
        refuseOutsider(by, channel);
        if (channel.isGeneral()) {
            throw new SlackError("cant_archive_general");
        }
        team.messages().system(channel, by, "channel_archive", "archived the channel");
        channel.archived(true);
        team.events().archived(channel, by);
        if (team.caps().botsLeaveOnArchive()) {
            channel.members().remove(team.app().botUser().id());
        }
        team.feed().touch(Feed.What.SIDEBAR, "", channel.id());
    }

    /** Nothing of it is left, its name included. */
    public void delete(Actor by, Conversation channel) {
        refuseIm(channel);
        if (channel.isGeneral()) {
            throw new SlackError("restricted_action");
        }
        team.events().gone(channel, by);
        team.conversations().remove(channel);
        team.feed().touch(Feed.What.SIDEBAR, "", channel.id());
    }

    public void unarchive(Actor by, Conversation channel) {
        refuseIm(channel);
        if (!channel.isArchived()) {
            throw new SlackError("not_archived");
        }
        if (by.isApp() && !team.caps().botsMayUnarchive()) {
            throw new SlackError("not_in_channel");
        }
        channel.archived(false);
        channel.members().add(by.userId());
        team.messages().system(channel, by, "channel_unarchive", "un-archived the channel");
        team.events().unarchived(channel, by);
        team.feed().touch(Feed.What.SIDEBAR, "", channel.id());
    }

    private void refuseTaken(String name) {
        boolean taken =
                team.conversations().named(name).isPresent()
                        || team.usergroups().withHandle(name).isPresent();
        if (taken) {
            throw new SlackError("name_taken");
        }
    }

    static void refuseIm(Conversation conversation) {
        if (conversation.isIm()) {
            throw new SlackError("method_not_supported_for_channel_type");
        }
    }

    static void refuseArchived(Conversation conversation) {
        if (conversation.isArchived()) {
            throw new SlackError("is_archived");
        }
    }

    static void refuseOutsider(Actor by, Conversation conversation) {
        if (!conversation.has(by.userId())) {
            throw new SlackError("not_in_channel");
        }
    }
}
