package io.muster.app.sandbox.webapi;

import static io.muster.app.sandbox.webapi.ApiMethod.write;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.limits.Tier;
import io.muster.app.sandbox.state.SlackError;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.User;
import io.muster.app.sandbox.state.View;
import io.muster.app.sandbox.state.ViewCheck;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/** Methods that put modals and Homes before people. */
final class ViewMethods {
    private ViewMethods() {}

    static List<ApiMethod> all() {
        return List.of(
                write("views.open", Tier.FOUR, "", ViewMethods::open),
                write("views.push", Tier.FOUR, "", ViewMethods::push),
                write("views.update", Tier.FOUR, "", ViewMethods::update),
                write("views.publish", Tier.FOUR, "", ViewMethods::publish));
    }

    private static ObjectNode open(Call call) {
        ObjectNode view = view(call, "modal");
        Team team = call.team();
        return answer(call, team.views().open(team.triggers().use(trigger(call)), view));
    }

    private static ObjectNode push(Call call) {
        ObjectNode view = view(call, "modal");
        Team team = call.team();
        return answer(call, team.views().push(team.triggers().use(trigger(call)), view));
    }

    private static String trigger(Call call) {
        return call.args().textOr("trigger_id", call.args().textOr("interactivity_pointer", ""));
    }

    private static ObjectNode update(Call call) {
        Team team = call.team();
        View view = named(call).orElseThrow(() -> new SlackError("not_found"));
        ObjectNode body = view(call, view.isHome() ? "home" : "modal");
        return answer(call, team.views().update(view, body, call.args().textOr("hash", "")));
    }

    private static Optional<View> named(Call call) {
        String id = call.args().textOr("view_id", "");
        String externalId = call.args().textOr("external_id", "");
        if (!id.isEmpty()) {
            return call.team().views().byId(id);
        }
        return externalId.isEmpty()
                ? Optional.empty()
                : call.team().views().byExternalId(externalId);
    }

    private static ObjectNode publish(Call call) {
        Team team = call.team();
        ObjectNode body = view(call, "home");
        if (!team.manifest().homeTab()) {
            throw new SlackError("not_enabled");
        }
        User user =
                team.users()
                        .find(call.args().textOr("user_id", ""))
                        .filter(User::isPerson)
                        .orElseThrow(() ->
                                SlackError.explained(
                                        "invalid_arguments", List.of("invalid `user_id`")));
        return answer(call, team.views().publish(user.id(), body, call.args().textOr("hash", "")));
    }

    private static ObjectNode view(Call call, String type) {
        JsonNode view =
                call.args()
                        .structure("view", "invalid_arguments")
                        .orElseThrow(() -> Args.missing("view"));
        return ViewCheck.checked(call.team(), view, type);
    }

    private static ObjectNode answer(Call call, View view) {
        ObjectNode answer = Json.object();
        answer.set("view", view.json(call.team()));
        return answer;
    }
}
