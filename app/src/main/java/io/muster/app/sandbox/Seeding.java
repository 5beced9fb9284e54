package io.muster.app.sandbox;

import io.muster.app.sandbox.state.Actor;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.User;
import io.muster.app.sandbox.state.Usergroup;

import java.util.List;

/** Puts what a seed names into a new workspace. */
final class Seeding {
    private static final List<String> COLORS =
            List.of("2f7d6d", "b4563b", "4b6bb5", "8a5a9e", "a0772a", "3b7a9c", "a1495f", "5f7a3a");

    private Seeding() {}

    static void plant(Team team, Seed seed) {
        seed.people().forEach(person -> person(team, person));
        Actor first = Actor.person(team.users().people().getFirst());
        Conversation general = channel(team, first, ChannelSeed.open("general"));
        team.life().makeGeneral(general);
        seed.channels().stream()
                .filter(channel -> !channel.name().equals("general"))
                .forEach(channel -> channel(team, first, channel));
        seed.usergroups().forEach(group -> usergroup(team, first, group));
        team.users()
                .people()
                .forEach(user ->
                        team.conversations()
                                .all()
                                .forEach(each -> team.notifications().read(user.id(), each)));
    }

    static User person(Team team, PersonSeed seed) {
        int position = team.users().all().size();
        User user =
                new User(
                        team.ids().next("U"),
                        seed.handle(),
                        seed.name(),
                        seed.title(),
                        seed.email(),
                        seed.zone(),
                        COLORS.get(position % COLORS.size()),
                        User.Standing.valueOf(seed.standing().name()),
                        seed.admin());
        team.users().add(user);
        team.conversations()
                .named("general")
                .ifPresent(general -> team.membership().enter(general, user.id(), ""));
        return user;
    }

    private static Conversation channel(Team team, Actor first, ChannelSeed seed) {
        List<User> members =
                seed.members().isEmpty()
                        ? team.users().people()
                        : seed.members().stream().map(handle -> member(team, handle)).toList();
        Actor creator = members.isEmpty() ? first : Actor.person(members.getFirst());
        Conversation channel = team.life().create(creator, seed.name(), seed.isPrivate());
        members.forEach(user -> channel.members().add(user.id()));
        if (seed.withApp()) {
            channel.members().add(team.app().botUser().id());
        }
        if (!seed.topic().isEmpty()) {
            team.life().topic(creator, channel, seed.topic());
        }
        return channel;
    }

    private static User member(Team team, String handle) {
        return team.users()
                .named(handle)
                .orElseThrow(() -> new IllegalArgumentException("no such person: " + handle));
    }

    private static void usergroup(Team team, Actor first, UsergroupSeed seed) {
        Usergroup group = team.usergroups().create(first, seed.name(), seed.handle(), "");
        List<String> ids =
                seed.members().stream().map(handle -> member(team, handle).id()).toList();
        team.usergroups().members(first, group, ids);
    }
}
