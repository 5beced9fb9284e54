package io.muster.app.sandbox.state;

import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** People who are called by one handle. */
public record Usergroup(
        String id,
        String name,
        String handle,
        String description,
        List<String> users,
        boolean enabled,
        String createdBy,
        long created) {

    public Usergroup {
        users = List.copyOf(users);
    }

    Usergroup withUsers(List<String> members) {
        return new Usergroup(id, name, handle, description, members, enabled, createdBy, created);
    }

    Usergroup named(String newName, String newHandle, String newDescription) {
        return new Usergroup(
                id, newName, newHandle, newDescription, users, enabled, createdBy, created);
    }

    public ObjectNode json(Team team, boolean withUsers) {
        ObjectNode json =
                Json.object()
                        .put("id", id)
                        .put("team_id", team.id())
                        .put("is_usergroup", true)
                        .put("is_subteam", true)
                        .put("name", name)
                        .put("description", description)
                        .put("handle", handle)
                        .put("is_external", false)
                        .put("date_create", created)
                        .put("date_update", team.seconds())
                        .put("date_delete", 0)
                        .put("created_by", createdBy)
                        .put("updated_by", createdBy)
                        .put("user_count", users.size());
        json.set("auto_type", json.nullNode());
        json.set("deleted_by", json.nullNode());
        var prefs = json.putObject("prefs");
        prefs.putArray("channels");
        prefs.putArray("groups");
        if (withUsers) {
            json.set("users", Json.array(users));
        }
        return json;
    }
}
