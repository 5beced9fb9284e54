package io.muster.app.sandbox.state;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Everybody in the workspace. */
public final class Users {
    private final Team team;
    private final Map<String, User> byId = new LinkedHashMap<>();

    Users(Team team) {
        this.team = team;
    }

    public User add(User user) {
        byId.put(user.id(), user);
        return user;
    }

    public List<User> all() {
        return List.copyOf(byId.values());
    }

    /** People, not bots, who can still sign in. */
    public List<User> people() {
        return all().stream().filter(User::isPerson).toList();
    }

    public Optional<User> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public User get(String id) {
        return find(id).orElseThrow(() -> new SlackError("user_not_found"));
    }

    /** By id, handle, or name as a person would write it. */
    public Optional<User> named(String name) {
        String wanted = name.strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT);
        Collection<User> users = byId.values();
        return users.stream()
                .filter(user ->
                        user.id().equalsIgnoreCase(wanted)
                                || user.name().equalsIgnoreCase(wanted)
                                || user.realName().equalsIgnoreCase(wanted))
                .findFirst();
    }

    /** Slack finds an address whatever its case. */
    public Optional<User> withEmail(String email) {
        return byId.values().stream()
                .filter(user -> !user.email().isEmpty() && user.email().equalsIgnoreCase(email))
                .filter(User::isActive)
                .findFirst();
    }

    public void deactivate(User user) {
        User gone = user.withStanding(User.Standing.DEACTIVATED);
        byId.put(user.id(), gone);
        team.events().userChange(gone);
    }

    public void change(User user) {
        byId.put(user.id(), user);
        team.events().userChange(user);
    }
}
