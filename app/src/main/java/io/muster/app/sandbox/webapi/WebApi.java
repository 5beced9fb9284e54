package io.muster.app.sandbox.webapi;

import io.muster.app.sandbox.fault.FaultPlan;
import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.limits.RateWindows;
import io.muster.app.sandbox.state.Installation;
import io.muster.app.sandbox.state.SlackError;
import io.muster.app.sandbox.state.Team;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Judges a call in Slack's order: token, method, rate, scope, arguments; then does it. */
public final class WebApi {
    /** A call as it came in. {@code json} is what a JSON body held. */
    record Asked(
            String method,
            String token,
            Map<String, String> form,
            Optional<JsonNode> json,
            boolean badJson,
            boolean jsonWithoutCharset) {}

    /** What goes back. */
    record Answer(int status, Map<String, String> headers, ObjectNode body) {}

    private final Team team;
    private final RateWindows rates;
    private final FaultPlan faults;
    private final MethodTable methods;
    private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();

    public WebApi(
            Team team, RateWindows rates, FaultPlan faults, Supplier<Optional<URI>> socketUrl) {
        this.team = team;
        this.rates = rates;
        this.faults = faults;
        this.methods = new MethodTable(socketUrl);
    }

    /** Every call so far, in the order in which they came. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    Exchange begin(Asked asked, String connection) {
        Exchange exchange =
                new Exchange(asked.method(), asked.form(), asked.json(), connection, team.now());
        exchanges.add(exchange);
        return exchange;
    }

    FaultPlan faults() {
        return faults;
    }

    Team team() {
        return team;
    }

    Answer answer(Asked asked) {
        try {
            return judge(asked);
        } catch (SlackError refusal) {
            ObjectNode body = Json.object().put("ok", false).put("error", refusal.code());
            body.setAll(refusal.details());
            return new Answer(200, scopeHeaders(), body);
        }
    }

    private Answer judge(Asked asked) {
        Optional<ApiMethod> found = methods.find(asked.method());
        ApiMethod.Token wanted = found.map(ApiMethod::token).orElse(ApiMethod.Token.BOT);
        checkToken(asked.token(), wanted);
        ApiMethod method = found.orElseThrow(() -> new SlackError("unknown_method"));
        Optional<Duration> wait =
                rates.enter(method.name(), method.tier(), postedTo(method, asked));
        if (wait.isPresent()) {
            return rateLimited(wait.get());
        }
        if (asked.badJson() && method.takesJson()) {
            throw new SlackError("invalid_json");
        }
        checkScopes(method);
        return run(method, asked);
    }

    /** Only a post into a channel is counted by channel. */
    private static String postedTo(ApiMethod method, Asked asked) {
        return method.name().equals("chat.postMessage")
                ? new Args(asked.form(), asked.json().orElse(Json.object())).textOr("channel", "")
                : "";
    }

    private Answer run(ApiMethod method, Asked asked) {
        JsonNode json = method.takesJson() ? asked.json().orElse(Json.object()) : Json.object();
        Call call = new Call(team, new Args(asked.form(), json), faults);
        ObjectNode body = Json.object().put("ok", true);
        body.setAll(team.turn(() -> method.action().apply(call)));
        List<String> warnings = new ArrayList<>(call.warnings());
        if (asked.jsonWithoutCharset()) {
            warnings.add("missing_charset");
        }
        if (!warnings.isEmpty()) {
            body.put("warning", String.join(",", warnings));
            metadata(body).set("warnings", Json.array(warnings));
        }
        return new Answer(200, scopeHeaders(), body);
    }

    private static ObjectNode metadata(ObjectNode body) {
        return body.get("response_metadata") instanceof ObjectNode present
                ? present
                : body.putObject("response_metadata");
    }

    Answer rateLimited(Duration wait) {
        ObjectNode body = Json.object().put("ok", false).put("error", "ratelimited");
        return new Answer(429, Map.of("Retry-After", String.valueOf(wait.toSeconds())), body);
    }

    /** A fault may order a wait; from then on it counts like any other. */
    Answer rateLimitedByFault(String method, Duration wait) {
        rates.block(method, wait);
        return rateLimited(wait);
    }

    private void checkToken(String token, ApiMethod.Token wanted) {
        if (wanted == ApiMethod.Token.NONE) {
            return;
        }
        if (token.isEmpty()) {
            throw new SlackError("not_authed");
        }
        Installation app = team.app();
        boolean bot = token.equals(app.botToken());
        boolean level = token.equals(app.appToken());
        if (!bot && !level) {
            throw new SlackError("invalid_auth");
        }
        if ((bot && wanted == ApiMethod.Token.APP) || (level && wanted == ApiMethod.Token.BOT)) {
            throw new SlackError("not_allowed_token_type");
        }
        switch (app.tokenState()) {
            case VALID -> {}
            case REVOKED -> throw new SlackError("token_revoked");
            case EXPIRED -> throw new SlackError("token_expired");
            case ACCOUNT_INACTIVE -> throw new SlackError("account_inactive");
        }
    }

    private void checkScopes(ApiMethod method) {
        boolean granted =
                method.scopes().isEmpty()
                        || method.scopes().stream().anyMatch(team.manifest()::grants);
        if (!granted) {
            throw Call.missingScope(team, method.scopes());
        }
    }

    private Map<String, String> scopeHeaders() {
        return Map.of(
                "x-oauth-scopes",
                String.join(",", new TreeSet<>(team.manifest().scopes())),
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(team.now().atOffset(ZoneOffset.UTC)));
    }
}
