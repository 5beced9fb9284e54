package io.muster.app.sandbox.state;

import io.muster.app.sandbox.blockkit.Findings;
import io.muster.app.sandbox.blockkit.ViewKit;
import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Lets a view through that Slack would show, and refuses any other in Slack's words. */
public final class ViewCheck {
    private ViewCheck() {}

    public static ObjectNode checked(Team team, JsonNode view, String type) {
        if (!(view instanceof ObjectNode object)) {
            throw refused(team, List.of("[ERROR] must provide an object [json-pointer:/view]"));
        }
        if (ViewKit.tooLarge(Json.write(view))) {
            throw new SlackError("view_too_large");
        }
        Findings findings = ViewKit.check(view);
        if (!findings.none()) {
            throw refused(team, findings.messages());
        }
        if (!Json.text(view, "type").equals(type)) {
            throw refused(
                    team,
                    List.of("[ERROR] must be of type " + type + " [json-pointer:/view/type]"));
        }
        return object;
    }

    private static SlackError refused(Team team, List<String> messages) {
        team.violations().add("invalid view: " + messages);
        return SlackError.explained("invalid_arguments", messages);
    }
}
