package io.muster.app.sandbox.webapi;

import static io.muster.app.sandbox.webapi.ApiMethod.read;
import static io.muster.app.sandbox.webapi.ApiMethod.write;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.limits.Tier;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.MessageJson;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Methods that put emoji under messages. */
final class ReactionMethods {
    private ReactionMethods() {}

    static List<ApiMethod> all() {
        return List.of(
                write("reactions.add", Tier.THREE, "reactions:write", ReactionMethods::add),
                write("reactions.remove", Tier.TWO, "reactions:write", ReactionMethods::remove),
                read("reactions.get", Tier.THREE, "reactions:read", ReactionMethods::get));
    }

    private static ObjectNode add(Call call) {
        Conversation in = call.channel();
        call.team()
                .reactions()
                .add(call.by(), in, call.message(in, "timestamp"), call.args().required("name"));
        return Json.object();
    }

    private static ObjectNode remove(Call call) {
        Conversation in = call.channel();
        call.team()
                .reactions()
                .remove(call.by(), in, call.message(in, "timestamp"), call.args().required("name"));
        return Json.object();
    }

    private static ObjectNode get(Call call) {
        Conversation in = call.channel();
        ObjectNode answer = Json.object().put("type", "message").put("channel", in.id());
        answer.set(
                "message", MessageJson.of(call.team(), in, call.message(in, "timestamp"), false));
        return answer;
    }
}
