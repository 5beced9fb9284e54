package io.muster.app.sandbox.webapi;

import static io.muster.app.sandbox.webapi.ApiMethod.read;
import static io.muster.app.sandbox.webapi.ApiMethod.write;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.limits.Tier;
import io.muster.app.sandbox.state.SlackError;
import io.muster.app.sandbox.state.Usergroup;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;

/** Methods for user groups. */
final class UsergroupMethods {
    private UsergroupMethods() {}

    static List<ApiMethod> all() {
        return List.of(
                read("usergroups.list", Tier.TWO, "usergroups:read", UsergroupMethods::list),
                write("usergroups.create", Tier.TWO, "usergroups:write", UsergroupMethods::create),
                write("usergroups.update", Tier.TWO, "usergroups:write", UsergroupMethods::update),
                read("usergroups.users.list", Tier.TWO, "usergroups:read", UsergroupMethods::users),
                write(
                        "usergroups.users.update",
                        Tier.TWO,
                        "usergroups:write",
                        UsergroupMethods::updateUsers));
    }

    private static ObjectNode list(Call call) {
        call.team().usergroups().refuseFreePlan();
        boolean withUsers = call.args().flag("include_users", false);
        ObjectNode answer = Json.object();
        ArrayNode groups = answer.putArray("usergroups");
        for (Usergroup group : call.team().usergroups().all()) {
            ObjectNode json = group.json(call.team(), withUsers);
            if (!call.args().flag("include_count", false)) {
                json.remove("user_count");
            }
            groups.add(json);
        }
        return answer;
    }

    private static ObjectNode create(Call call) {
        if (!call.team().paidPlan()) {
            throw new SlackError("paid_teams_only");
        }
        String name = call.args().textOr("name", "");
        String handle =
                call.args()
                        .text("handle")
                        .orElse(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-"));
        Usergroup group =
                call.team()
                        .usergroups()
                        .create(call.by(), name, handle, call.args().textOr("description", ""));
        return answer(call, group, true);
    }

    private static ObjectNode update(Call call) {
        if (!call.team().paidPlan()) {
            throw new SlackError("paid_teams_only");
        }
        Usergroup group = call.team().usergroups().get(call.args().required("usergroup"));
        Usergroup changed =
                call.team()
                        .usergroups()
                        .rename(
                                call.by(),
                                group,
                                call.args().textOr("name", group.name()),
                                call.args().textOr("handle", group.handle()),
                                call.args().textOr("description", group.description()));
        return answer(call, changed, true);
    }

    private static ObjectNode users(Call call) {
        call.team().usergroups().refuseFreePlan();
        Usergroup group = call.team().usergroups().get(call.args().required("usergroup"));
        ObjectNode answer = Json.object();
        answer.set("users", Json.array(group.users()));
        return answer;
    }

    /** An empty list must be said as {@code []}: an argument that is simply empty is none. */
    private static ObjectNode updateUsers(Call call) {
        call.team().usergroups().refuseFreePlan();
        Usergroup group = call.team().usergroups().get(call.args().required("usergroup"));
        if (call.args().textOr("users", "").isBlank()) {
            throw new SlackError("no_users_provided");
        }
        Usergroup changed =
                call.team().usergroups().members(call.by(), group, call.args().ids("users"));
        return answer(call, changed, true);
    }

    private static ObjectNode answer(Call call, Usergroup group, boolean withUsers) {
        ObjectNode answer = Json.object();
        answer.set("usergroup", group.json(call.team(), withUsers));
        return answer;
    }
}
