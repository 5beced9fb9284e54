package io.muster.app.slack.outbound;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import java.util.Optional;

/** Reads Slack's list of user groups. */
final class UserGroups {
    private UserGroups() {}

    /** The id of the group with this handle or id, if there is one that is not switched off. */
    static Optional<String> find(SlackAnswer.Ok answer, String said) {
        if (!(answer.body().get("usergroups") instanceof JsonArray groups)) {
            return Optional.empty();
        }
        for (JsonElement element : groups) {
            if (element instanceof JsonObject group
                    && (said.equals(text(group, "handle")) || said.equals(text(group, "id")))) {
                return Optional.of(text(group, "id"));
            }
        }
        return Optional.empty();
    }

    private static String text(JsonObject group, String name) {
        JsonElement value = group.get(name);
        return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
    }
}
