package io.muster.app.sandbox.webapi;

import io.muster.app.sandbox.fault.FaultPlan;
import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.Actor;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.Post;
import io.muster.app.sandbox.state.SlackError;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.Ts;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** One call of a method: who asks, with what, and what there is to add to the answer. */
final class Call {
    private final Team team;
    private final Args args;
    private final FaultPlan faults;
    private final List<String> warnings = new ArrayList<>();

    Call(Team team, Args args, FaultPlan faults) {
        this.team = team;
        this.args = args;
        this.faults = faults;
    }

    Team team() {
        return team;
    }

    Args args() {
        return args;
    }

    FaultPlan faults() {
        return faults;
    }

    Actor by() {
        return team.bot();
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    List<String> warnings() {
        return warnings;
    }

    /** The conversation that the argument names, if the app can see it. */
    Conversation conversation(String argument) {
        String id = args.text(argument).orElse("");
        return team.conversations().visible(id, by());
    }

    Conversation channel() {
        return conversation("channel");
    }

    /** One of the scopes must be granted; which, depends on the kind of conversation. */
    void needs(Conversation conversation, String publicScope, String privateScope, String imScope) {
        switch (conversation.kind()) {
            case PUBLIC -> needs(publicScope.split(","));
            case PRIVATE -> needs(privateScope.split(","));
            case IM -> needs(imScope.split(","));
        }
    }

    void needs(String... anyOf) {
        for (String scope : anyOf) {
            if (team.manifest().grants(scope)) {
                return;
            }
        }
        throw missingScope(team, List.of(anyOf));
    }

    static SlackError missingScope(Team team, List<String> anyOf) {
        ObjectNode details =
                Json.object()
                        .put("needed", String.join(",", anyOf))
                        .put("provided", String.join(",", new TreeSet<>(team.manifest().scopes())));
        return new SlackError("missing_scope", details);
    }

    Post message(Conversation in, String argument) {
        String ts = args.text(argument).orElse("");
        if (ts.isEmpty()) {
            throw new SlackError("no_item_specified");
        }
        if (!Ts.isValid(ts)) {
            throw new SlackError("bad_timestamp");
        }
        return in.post(ts).orElseThrow(() -> new SlackError("message_not_found"));
    }
}
