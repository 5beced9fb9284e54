package io.muster.app.sandbox;

import io.muster.app.sandbox.state.Actor;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.User;

import java.util.List;

/** What anybody in the workspace does by hand with channels and messages, the app apart. */
abstract sealed class Colleague permits Person {
    private final Hands hands;
    private final User user;

    Colleague(Hands hands, User user) {
        this.hands = hands;
        this.user = user;
    }

    public void joins(Channel channel) {
        team().turn(() -> team().membership().join(actor(), channel.conversation()));
    }

    public void leaves(Channel channel) {
        team().turn(() -> team().membership().leave(actor(), channel.conversation()));
    }

    public void invites(Channel channel, Person other) {
        team().turn(() ->
                team().membership()
                        .invite(actor(), channel.conversation(), List.of(other.id()), false));
    }

    /** People bring an app in by mentioning it; so this one may. */
    public void invitesApp(Channel channel) {
        String bot = team().app().botUser().id();
        team().turn(() -> team().membership().enter(channel.conversation(), bot, user.id()));
    }

    public void removes(Channel channel, Person other) {
        team().turn(() -> team().membership().kick(actor(), channel.conversation(), other.id()));
    }

    public void removesApp(Channel channel) {
        String bot = team().app().botUser().id();
        team().turn(() -> team().membership().kick(actor(), channel.conversation(), bot));
    }

    public void archives(Channel channel) {
        team().turn(() -> team().life().archive(actor(), channel.conversation()));
    }

    /** Only an owner of the workspace may, and nothing of it is left. */
    public void deletes(Channel channel) {
        team().turn(() -> {
            team().life().delete(actor(), channel.conversation());
            return true;
        });
    }

    public void unarchives(Channel channel) {
        team().turn(() -> team().life().unarchive(actor(), channel.conversation()));
    }

    public void renames(Channel channel, String name) {
        team().turn(() -> team().life().rename(actor(), channel.conversation(), name));
    }

    /** Turns a public channel into a private one. */
    public void makesPrivate(Channel channel) {
        team().turn(() -> team().life().makePrivate(actor(), channel.conversation()));
    }

    public void setsTopic(Channel channel, String words) {
        team().turn(() -> team().life().topic(actor(), channel.conversation(), words));
    }

    public void reacts(Message message, String emoji) {
        team().turn(() ->
                team().reactions()
                        .add(
                                actor(),
                                message.conversation(),
                                message.post(),
                                emoji.replace(":", "")));
    }

    public void unreacts(Message message, String emoji) {
        team().turn(() ->
                team().reactions()
                        .remove(
                                actor(),
                                message.conversation(),
                                message.post(),
                                emoji.replace(":", "")));
    }

    public void pins(Message message) {
        team().turn(() -> team().pins().add(actor(), message.conversation(), message.post()));
    }

    public void unpins(Message message) {
        team().turn(() -> team().pins().remove(actor(), message.conversation(), message.post()));
    }

    public void deletes(Message message) {
        team().turn(() -> team().messages().delete(message.conversation(), message.post()));
    }

    final Team team() {
        return hands.team();
    }

    private Actor actor() {
        return Actor.person(user);
    }
}
