package io.muster.app.sandbox.client;

import io.muster.app.sandbox.blockkit.Elements;
import io.muster.app.sandbox.delivery.Courier;
import io.muster.app.sandbox.delivery.Outbound;
import io.muster.app.sandbox.delivery.Outcome;
import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.SlackError;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.User;
import io.muster.app.sandbox.state.View;
import io.muster.app.sandbox.state.ViewCheck;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Submitting and closing modals, and what the app's answer does to the stack. */
public final class Modals {
    /** The client's words when an answer makes no sense; the modal stays. */
    static final String TROUBLE = "trouble_connecting";

    private final Team team;
    private final Courier courier;
    private final Payloads payloads;

    public Modals(Team team, Courier courier) {
        this.team = team;
        this.courier = courier;
        this.payloads = new Payloads(team);
    }

    /** The client looks first: what is required or malformed never reaches the app. */
    public Seen submit(User user, View view) {
        Map<String, String> missing = team.turn(() -> FormRules.problems(view));
        if (!missing.isEmpty()) {
            return Seen.fields(missing);
        }
        ObjectNode payload = team.turn(() -> payloads.submission(user, view));
        Outcome outcome = courier.deliver(Outbound.of(Outbound.Kind.INTERACTIVE, payload));
        if (!outcome.seenError().isEmpty() || !(outcome instanceof Outcome.Answered answered)) {
            return Seen.error(outcome.seenError());
        }
        return team.turn(() -> follow(view, answered.body().strip()));
    }

    private Seen follow(View view, String body) {
        if (body.isEmpty() || Composer.isEmptyJson(body)) {
            team.views().close(view);
            return Seen.NOTHING;
        }
        JsonNode answer = Json.parse(body).orElse(Json.object());
        try {
            return switch (Json.text(answer, "response_action")) {
                case "errors" -> errors(view, answer.path("errors"));
                case "clear" -> {
                    team.views().clear(view.userId());
                    yield Seen.NOTHING;
                }
                case "update" -> {
                    team.views().update(view, checked(answer), "");
                    yield Seen.NOTHING;
                }
                case "push" -> {
                    team.views().push(view, checked(answer));
                    yield Seen.NOTHING;
                }
                default -> trouble("an answer to view_submission without a known response_action");
            };
        } catch (SlackError refusal) {
            return trouble("the view in an answer to view_submission: " + refusal.code());
        }
    }

    private ObjectNode checked(JsonNode answer) {
        return ViewCheck.checked(team, answer.path("view"), "modal");
    }

    /** Errors are said by the block_id of an input; anything else breaks the answer. */
    private Seen errors(View view, JsonNode errors) {
        Set<String> inputs =
                Elements.interactive(view.blocks()).stream()
                        .filter(Elements.Placed::isInput)
                        .map(Elements.Placed::blockId)
                        .collect(Collectors.toSet());
        Map<String, String> texts = new LinkedHashMap<>();
        errors.properties()
                .forEach(error -> texts.put(error.getKey(), error.getValue().asString("")));
        if (texts.isEmpty() || !inputs.containsAll(texts.keySet())) {
            return trouble("errors for blocks that are no inputs: " + texts.keySet());
        }
        return Seen.fields(texts);
    }

    private Seen trouble(String why) {
        team.violations().add(why);
        return Seen.error(TROUBLE);
    }

    /** The Cancel button: this view only. */
    public void cancel(User user, View view) {
        if (view.flag("clear_on_close")) {
            closeAll(user);
            return;
        }
        team.turn(() -> team.views().close(view));
        tell(user, view, false);
    }

    /** The x in the corner: the whole stack, told of by its root. */
    public void closeAll(User user) {
        List<View> stack = team.views().stack(user.id());
        if (stack.isEmpty()) {
            return;
        }
        team.turn(() -> team.views().clear(user.id()));
        tell(user, stack.getFirst(), true);
    }

    private void tell(User user, View view, boolean cleared) {
        if (!view.flag("notify_on_close")) {
            return;
        }
        ObjectNode payload =
                team.turn(() -> {
                    ObjectNode built = payloads.base("view_closed", user);
                    built.set("view", view.json(team, false));
                    return built.put("is_cleared", cleared);
                });
        courier.deliver(Outbound.of(Outbound.Kind.INTERACTIVE, payload));
    }
}
