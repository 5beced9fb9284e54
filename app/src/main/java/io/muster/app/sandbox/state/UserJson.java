package io.muster.app.sandbox.state;

import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;

/** A user as the Web API shows one. The e-mail address needs a scope of its own. */
public final class UserJson {
    private UserJson() {}

    public static ObjectNode of(Team team, User user) {
        ObjectNode json =
                Json.object()
                        .put("id", user.id())
                        .put("team_id", user.home(team))
                        .put("name", user.name())
                        .put("deleted", !user.isActive())
                        .put("color", user.color())
                        .put("real_name", user.realName());
        if (user.isActive()) {
            json.put("tz", user.zone().getId())
                    .put("tz_label", user.zone().getId())
                    .put(
                            "tz_offset",
                            user.zone().getRules().getOffset(team.now()).getTotalSeconds());
        }
        json.set("profile", profile(team, user));
        return json.put("is_admin", user.admin())
                .put("is_owner", false)
                .put("is_primary_owner", false)
                .put("is_restricted", user.isGuest())
                .put("is_ultra_restricted", user.standing() == User.Standing.SINGLE_CHANNEL_GUEST)
                .put("is_stranger", user.standing() == User.Standing.STRANGER)
                .put("is_bot", user.isBot())
                .put("is_app_user", false)
                .put("updated", team.seconds());
    }

    public static ObjectNode profile(Team team, User user) {
        String[] names = user.realName().split(" ", 2);
        ObjectNode profile =
                Json.object()
                        .put("title", user.title())
                        .put("phone", "")
                        .put("skype", "")
                        .put("real_name", user.realName())
                        .put("real_name_normalized", user.realName())
                        .put("display_name", user.name())
                        .put("display_name_normalized", user.name().toLowerCase(Locale.ROOT))
                        .put("status_text", "")
                        .put("status_emoji", "")
                        .put("avatar_hash", "g" + user.color())
                        .put("first_name", names[0])
                        .put("last_name", names.length > 1 ? names[1] : "")
                        .put("image_48", team.address() + "assets/person.svg")
                        .put("team", team.id());
        if (user.isBot()) {
            profile.put("bot_id", team.app().botId()).put("api_app_id", team.app().appId());
        } else if (!user.email().isEmpty() && team.manifest().grants("users:read.email")) {
            profile.put("email", user.email());
        }
        return profile;
    }
}
