package io.muster.app.sandbox.webapi;

import static io.muster.app.sandbox.webapi.ApiMethod.read;
import static io.muster.app.sandbox.webapi.ApiMethod.write;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.limits.Tier;
import io.muster.app.sandbox.state.BotJson;
import io.muster.app.sandbox.state.SlackError;
import io.muster.app.sandbox.state.Team;

import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Methods about the app itself and the workspace it is in. */
final class AppMethods {
    private AppMethods() {}

    /** {@code socketUrl} opens the way for one connection; empty when Socket Mode is off. */
    static List<ApiMethod> all(Supplier<Optional<URI>> socketUrl) {
        return List.of(
                write("api.test", Tier.SPECIAL, "", AppMethods::test).with(ApiMethod.Token.NONE),
                write("auth.test", Tier.SPECIAL, "", AppMethods::authTest)
                        .with(ApiMethod.Token.EITHER),
                write("apps.connections.open", Tier.THREE, "", call -> connections(socketUrl))
                        .with(ApiMethod.Token.APP),
                read("bots.info", Tier.THREE, "users:read", AppMethods::botsInfo),
                write("team.info", Tier.THREE, "team:read", AppMethods::teamInfo));
    }

    private static ObjectNode test(Call call) {
        String error = call.args().textOr("error", "");
        if (!error.isEmpty()) {
            throw new SlackError(error);
        }
        return Json.object();
    }

    private static ObjectNode authTest(Call call) {
        Team team = call.team();
        return Json.object()
                .put("url", team.address().toString())
                .put("team", team.name())
                .put("user", team.app().botUser().name())
                .put("team_id", team.id())
                .put("user_id", team.app().botUser().id())
                .put("bot_id", team.app().botId())
                .put("is_enterprise_install", false);
    }

    private static ObjectNode connections(Supplier<Optional<URI>> socketUrl) {
        URI url = socketUrl.get().orElseThrow(() -> new SlackError("forbidden_team"));
        return Json.object().put("url", url.toString());
    }

    private static ObjectNode botsInfo(Call call) {
        if (!call.args().textOr("bot", "").equals(call.team().app().botId())) {
            throw new SlackError("bot_not_found");
        }
        ObjectNode answer = Json.object();
        answer.set("bot", BotJson.of(call.team()));
        return answer;
    }

    private static ObjectNode teamInfo(Call call) {
        Team team = call.team();
        ObjectNode answer = Json.object();
        answer.putObject("team")
                .put("id", team.id())
                .put("name", team.name())
                .put("domain", team.domain())
                .put("email_domain", "example.com")
                .put("url", team.address().toString());
        return answer;
    }
}
