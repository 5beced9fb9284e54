package io.muster.app.sandbox.state;

import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.node.ObjectNode;

/** How the app's bot is described in answers and messages. */
public final class BotJson {
    private BotJson() {}

    static ObjectNode profile(Team team) {
        ObjectNode profile =
                Json.object()
                        .put("id", team.app().botId())
                        .put("deleted", false)
                        .put("name", team.manifest().appName())
                        .put("updated", team.seconds())
                        .put("app_id", team.app().appId())
                        .put("user_id", team.app().botUser().id())
                        .put("team_id", team.id());
        profile.putObject("icons").put("image_48", team.address() + "assets/app.svg");
        return profile;
    }

    public static ObjectNode of(Team team) {
        ObjectNode bot = profile(team);
        bot.remove("team_id");
        return bot;
    }
}
