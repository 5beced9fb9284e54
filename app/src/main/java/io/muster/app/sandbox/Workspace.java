package io.muster.app.sandbox;

import io.muster.app.sandbox.state.Actor;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.User;
import io.muster.app.sandbox.state.Usergroup;

import java.util.List;
import java.util.Optional;

/** The workspace as a test or a demo looks at it. */
public final class Workspace {
    private final Hands hands;

    Workspace(Hands hands) {
        this.hands = hands;
    }

    private Team team() {
        return hands.team();
    }

    /** By handle or name; fails with everybody who is there. */
    public Person person(String handle) {
        return team().turn(() -> team().users().named(handle))
                .map(user -> new Person(hands, user))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no person \"" + handle + "\" among " + people()));
    }

    public List<Person> people() {
        return team().turn(() ->
                team().users().people().stream().map(user -> new Person(hands, user)).toList());
    }

    /** By current name; fails with all names there are. */
    public Channel channel(String name) {
        return findChannel(name)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no channel \"" + name + "\" among " + channels()));
    }

    public Optional<Channel> findChannel(String name) {
        return team().turn(() -> team().conversations().named(name)).map(this::channel);
    }

    public Optional<Channel> channelById(String id) {
        return team().turn(() -> team().conversations().find(id)).map(this::channel);
    }

    /** Public and private, archived ones included, in the order of their making. */
    public List<Channel> channels() {
        return team().turn(() ->
                team().conversations().all().stream()
                        .filter(conversation -> !conversation.isIm())
                        .map(this::channel)
                        .toList());
    }

    private Channel channel(Conversation conversation) {
        return new Channel(team(), conversation);
    }

    public Person addPerson(PersonSeed seed) {
        return new Person(hands, team().turn(() -> Seeding.person(team(), seed)));
    }

    /** The person leaves the company. */
    public void deactivate(Person person) {
        team().turn(() -> team().users().deactivate(person.user()));
    }

    /** An administrator makes the person a guest, or a member again. */
    public void standing(Person person, PersonSeed.Standing standing) {
        User.Standing now = User.Standing.valueOf(standing.name());
        team().turn(() -> team().users().change(person.user().withStanding(now)));
    }

    public Channel createChannel(Person by, String name, boolean isPrivate) {
        return channel(
                team().turn(() -> team().life().create(Actor.person(by.user()), name, isPrivate)));
    }

    /** Somebody edits a user group; the list is replaced as a whole. */
    public void usergroup(String handle, Person... members) {
        team().turn(() -> {
            Usergroup group = team().usergroups().withHandle(handle).orElseThrow();
            User admin = team().users().people().getFirst();
            team().usergroups()
                    .members(
                            Actor.person(admin),
                            group,
                            List.of(members).stream().map(Person::id).toList());
        });
    }

    /** The user ids in a user group. */
    public List<String> usergroupMembers(String handle) {
        return team().turn(() -> team().usergroups().withHandle(handle).orElseThrow().users());
    }
}
