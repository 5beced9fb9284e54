package io.muster.app.sandbox.state;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All conversations, and who sees which. */
public final class Conversations {
    private final Team team;
    private final Map<String, Conversation> byId = new LinkedHashMap<>();

    Conversations(Team team) {
        this.team = team;
    }

    void add(Conversation conversation) {
        byId.put(conversation.id(), conversation);
    }

    void remove(Conversation conversation) {
        byId.remove(conversation.id());
    }

    public List<Conversation> all() {
        return List.copyOf(byId.values());
    }

    /** In the stable order in which Slack pages through them. */
    public List<Conversation> byId() {
        return byId.values().stream().sorted(Comparator.comparing(Conversation::id)).toList();
    }

    public Optional<Conversation> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** By current name; archived ones keep theirs. */
    public Optional<Conversation> named(String name) {
        String wanted = name.replaceFirst("^#", "");
        return byId.values().stream()
                .filter(conversation -> !conversation.isIm())
                .filter(conversation -> conversation.name().equals(wanted))
                .findFirst();
    }

    /** To those outside, a private channel does not exist. */
    public boolean visible(Conversation conversation, Actor to) {
        return conversation.kind() == Conversation.Kind.PUBLIC || conversation.has(to.userId());
    }

    public Conversation visible(String id, Actor to) {
        return find(id).filter(conversation -> visible(conversation, to))
                .orElseThrow(() -> new SlackError("channel_not_found"));
    }

    /** One that the actor sees and has joined. */
    public Conversation joined(String id, Actor by) {
        Conversation conversation = visible(id, by);
        if (!conversation.has(by.userId())) {
            throw new SlackError("not_in_channel");
        }
        return conversation;
    }

    /** The direct conversation of two, opened when it is first needed. */
    public Conversation im(String one, String other) {
        return byId.values().stream()
                .filter(Conversation::isIm)
                .filter(im -> im.has(one) && im.partnerOf(one).equals(other))
                .findFirst()
                .orElseGet(() -> openIm(one, other));
    }

    public Conversation imWithApp(String userId) {
        return im(team.app().botUser().id(), userId);
    }

    private Conversation openIm(String one, String other) {
        Conversation im =
                new Conversation(
                        team.ids().next("D"),
                        Conversation.Kind.IM,
                        "directmessage",
                        one,
                        team.seconds());
        im.members().add(one);
        im.members().add(other);
        add(im);
        team.feed().touch(Feed.What.SIDEBAR, "", im.id());
        return im;
    }
}
