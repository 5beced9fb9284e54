package io.muster.app.sandbox.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The user groups of the workspace; a thing of the paid plans. */
public final class Usergroups {
    private final Team team;
    private final Map<String, Usergroup> byId = new LinkedHashMap<>();

    Usergroups(Team team) {
        this.team = team;
    }

    public void refuseFreePlan() {
        if (!team.paidPlan()) {
            throw new SlackError("plan_upgrade_required");
        }
    }

    public List<Usergroup> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Usergroup> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Usergroup> withHandle(String handle) {
        return byId.values().stream().filter(group -> group.handle().equals(handle)).findFirst();
    }

    public Usergroup get(String id) {
        return find(id).orElseThrow(() -> new SlackError("no_such_subteam"));
    }

    /** Handles share one space with the names of people and channels. */
    public Usergroup create(Actor by, String name, String handle, String description) {
        refusePolicy(by);
        if (name.isBlank()) {
            throw new SlackError("missing_subteam_name");
        }
        if (byId.values().stream().anyMatch(group -> group.name().equalsIgnoreCase(name))) {
            throw new SlackError("name_already_exists");
        }
        if (!handle.matches("[a-z0-9._-]{1,80}")) {
            throw new SlackError("bad_handle");
        }
        boolean taken =
                withHandle(handle).isPresent()
                        || team.conversations().named(handle).isPresent()
                        || team.users().all().stream().anyMatch(user -> user.name().equals(handle));
        if (taken) {
            throw new SlackError("handle_already_exists");
        }
        Usergroup group =
                new Usergroup(
                        team.ids().next("S"),
                        name,
                        handle,
                        description,
                        List.of(),
                        true,
                        by.userId(),
                        team.seconds());
        byId.put(group.id(), group);
        team.events().subteam("subteam_created", group);
        return group;
    }

    public Usergroup rename(
            Actor by, Usergroup group, String name, String handle, String description) {
        refusePolicy(by);
        Usergroup changed = group.named(name, handle, description);
        byId.put(group.id(), changed);
        team.events().subteam("subteam_updated", changed);
        return changed;
    }

    /** Replaces the whole list. */
    public Usergroup members(Actor by, Usergroup group, List<String> userIds) {
        refusePolicy(by);
        for (String userId : userIds) {
            if (team.users().find(userId).filter(User::isActive).isEmpty()) {
                throw new SlackError("invalid_users");
            }
        }
        if (userIds.size() > team.caps().usergroupMembers()) {
            throw new SlackError("subteam_max_users_exceeded");
        }
        Usergroup changed = group.withUsers(userIds);
        byId.put(group.id(), changed);
        List<String> added = new ArrayList<>(userIds);
        added.removeAll(group.users());
        List<String> removed = new ArrayList<>(group.users());
        removed.removeAll(userIds);
        team.events().subteam("subteam_updated", changed);
        team.events().subteamMembers(changed, added, removed);
        return changed;
    }

    private void refusePolicy(Actor by) {
        if (by.isApp() && !team.caps().appsMayEditUsergroups()) {
            throw new SlackError("permission_denied");
        }
    }
}
