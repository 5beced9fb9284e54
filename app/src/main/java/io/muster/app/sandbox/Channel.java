package io.muster.app.sandbox;

import io.muster.app.sandbox.state.Bookmark;
import io.muster.app.sandbox.state.Canvas;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.Post;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.text.Emoji;
import io.muster.app.sandbox.text.Escapes;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A conversation as it stands now. */
public final class Channel {
    /** A link in the bar above the channel. */
    public record Link(String title, String url, String emoji) {}

    private final Team team;
    private final Conversation conversation;

    Channel(Team team, Conversation conversation) {
        this.team = team;
        this.conversation = conversation;
    }

    Conversation conversation() {
        return conversation;
    }

    public String id() {
        return conversation.id();
    }

    public String name() {
        return team.turn(() -> conversation.name());
    }

    public boolean isPrivate() {
        return team.turn(() -> conversation.isPrivate());
    }

    public boolean isArchived() {
        return team.turn(() -> conversation.isArchived());
    }

    /** From now on another organisation is in it as well; none of its people do anything. */
    public void sharesWithAnotherOrganisation() {
        team.turn(() -> {
            conversation.share();
            return true;
        });
    }

    /** As a person reads it. */
    public String topic() {
        return team.turn(() -> Emoji.drawn(Escapes.undo(conversation.topic().value())));
    }

    public String purpose() {
        return team.turn(() -> Emoji.drawn(Escapes.undo(conversation.purpose().value())));
    }

    /** The user ids of everybody in it, the app's included. */
    public Set<String> members() {
        return team.turn(() -> Set.copyOf(conversation.members()));
    }

    public boolean has(Person person) {
        return members().contains(person.id());
    }

    public boolean hasApp() {
        return members().contains(team.app().botUser().id());
    }

    /** All that stands in it, oldest first, replies and Slack's own lines included. */
    public List<Message> messages() {
        return team.turn(() -> conversation.posts().stream().map(this::message).toList());
    }

    /** What people and the app said, without Slack's own lines. */
    public List<Message> said() {
        return messages().stream().filter(message -> !message.isSystem()).toList();
    }

    /** The latest message that reads so; fails with all that there is. */
    public Message message(String containing) {
        return find(containing)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no message with \""
                                        + containing
                                        + "\" in #"
                                        + name()
                                        + ": "
                                        + messages()));
    }

    /** By what a person sees, or by the text that stands behind the blocks. */
    public Optional<Message> find(String containing) {
        // A picture may be written with or without its variation selector.
        String wanted = Emoji.drawn(containing.replace("\uFE0F", ""));
        return messages().reversed().stream()
                .filter(message ->
                        message.plainText().contains(wanted) || message.fallback().contains(wanted))
                .findFirst();
    }

    /** What is pinned, in the order of pinning. */
    public List<Message> pins() {
        return team.turn(() ->
                conversation.pins().stream()
                        .flatMap(pin -> conversation.post(pin.ts()).stream())
                        .map(this::message)
                        .toList());
    }

    public List<Link> bookmarks() {
        return team.turn(() -> conversation.bookmarks().stream().map(Channel::link).toList());
    }

    private static Link link(Bookmark bookmark) {
        return new Link(bookmark.title(), bookmark.link(), bookmark.emoji());
    }

    /** The markdown of the canvas in the channel's tab. */
    public Optional<String> canvas() {
        return team.turn(
                () -> conversation.canvasId().flatMap(team.canvases()::find).map(Canvas::markdown));
    }

    /** The id of that canvas. */
    public Optional<String> canvasId() {
        return team.turn(() -> conversation.canvasId());
    }

    /** Somebody deletes the canvas. */
    public void deletesCanvas() {
        team.turn(() -> {
            conversation
                    .canvasId()
                    .flatMap(team.canvases()::find)
                    .ifPresent(team.canvases()::delete);
            return true;
        });
    }

    private Message message(Post post) {
        return new Message(team, conversation, post);
    }

    @Override
    public String toString() {
        return "#" + name();
    }
}
