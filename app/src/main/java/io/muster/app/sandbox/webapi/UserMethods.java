package io.muster.app.sandbox.webapi;

import static io.muster.app.sandbox.webapi.ApiMethod.read;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.limits.Tier;
import io.muster.app.sandbox.state.SlackError;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.User;
import io.muster.app.sandbox.state.UserJson;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Methods that read people. */
final class UserMethods {
    private UserMethods() {}

    static List<ApiMethod> all() {
        return List.of(
                read("users.info", Tier.FOUR, "users:read", UserMethods::info),
                read("users.list", Tier.TWO, "users:read", UserMethods::list),
                read("users.lookupByEmail", Tier.THREE, "users:read.email", UserMethods::byEmail),
                read(
                        "users.profile.get",
                        Tier.FOUR,
                        "users.profile:read,users:read",
                        UserMethods::profile),
                read("dnd.info", Tier.THREE, "dnd:read", UserMethods::dnd));
    }

    private static ObjectNode info(Call call) {
        User user = call.team().users().get(call.args().textOr("user", ""));
        return answer(call, user);
    }

    private static ObjectNode byEmail(Call call) {
        User user =
                call.team()
                        .users()
                        .withEmail(call.args().required("email"))
                        .orElseThrow(() -> new SlackError("users_not_found"));
        return answer(call, user);
    }

    private static ObjectNode answer(Call call, User user) {
        ObjectNode answer = Json.object();
        answer.set("user", UserJson.of(call.team(), user));
        return answer;
    }

    private static ObjectNode profile(Call call) {
        Team team = call.team();
        String id = call.args().textOr("user", team.app().botUser().id());
        ObjectNode answer = Json.object();
        answer.set("profile", UserJson.profile(team, team.users().get(id)));
        return answer;
    }

    private static ObjectNode list(Call call) {
        Team team = call.team();
        List<User> users = team.users().all();
        if (!call.args().has("limit") && users.size() > team.caps().usersWithoutLimit()) {
            throw new SlackError("limit_required");
        }
        ObjectNode answer = Json.object();
        Paging.page(
                call,
                answer,
                "members",
                users,
                call.args().limit(users.size(), 999),
                user -> true,
                user -> UserJson.of(team, user));
        return answer.put("cache_ts", team.seconds());
    }

    private static ObjectNode dnd(Call call) {
        call.team().users().get(call.args().textOr("user", call.by().userId()));
        return Json.object()
                .put("dnd_enabled", false)
                .put("next_dnd_start_ts", 1)
                .put("next_dnd_end_ts", 1)
                .put("snooze_enabled", false);
    }
}
