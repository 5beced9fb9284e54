package io.muster.app.sandbox.state;

import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/** What is pinned to a channel. */
public final class Pins {
    private final Team team;

    Pins(Team team) {
        this.team = team;
    }

    public void add(Actor by, Conversation in, Post post) {
        ConversationLife.refuseOutsider(by, in);
        if (post.isSystem() || in.isArchived()) {
            throw new SlackError("not_pinnable");
        }
        if (find(in, post).isPresent()) {
            throw new SlackError("already_pinned");
        }
        if (in.pins().size() >= team.caps().pins()) {
            throw new SlackError("too_many_pins");
        }
        Pin pin = new Pin(post.ts(), by.userId(), team.seconds());
        in.pins().add(pin);
        post.touched();
        team.messages().system(in, by, "pinned_item", "pinned a message to this channel.");
        team.events().pinned(in, post, pin, by.userId(), true);
        team.feed().touch(Feed.What.CHANNEL, "", in.id());
    }

    public void remove(Actor by, Conversation in, Post post) {
        ConversationLife.refuseOutsider(by, in);
        Pin pin = find(in, post).orElseThrow(() -> new SlackError("no_pin"));
        in.pins().remove(pin);
        post.touched();
        team.events().pinned(in, post, pin, by.userId(), false);
        team.feed().touch(Feed.What.CHANNEL, "", in.id());
    }

    private static Optional<Pin> find(Conversation in, Post post) {
        return in.pins().stream().filter(pin -> pin.ts().equals(post.ts())).findFirst();
    }

    public ObjectNode json(Conversation in, Post post, Pin pin) {
        ObjectNode item =
                Json.object()
                        .put("type", "message")
                        .put("channel", in.id())
                        .put("created", pin.created())
                        .put("created_by", pin.by());
        ObjectNode message = MessageJson.of(team, in, post, false);
        item.set("message", message.put("permalink", MessageJson.permalink(team, in, post)));
        return item;
    }
}
