package io.muster.app.reach;

import io.muster.app.Secret;
import io.muster.core.incident.Incident;
import io.muster.core.policy.Policy;
import io.muster.core.reach.Matter;
import io.muster.core.reach.Reach;
import io.muster.core.roster.Webhook;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;

/** What webhooks are told. Of a private incident no more than that there is one. */
final class HookBody {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_SUMMARY = 1_000;

    private HookBody() {}

    /**
     * The body of the call.
     *
     * @param key under which the other side keeps this page
     */
    static String of(
            Webhook hook,
            Reach reach,
            Incident incident,
            Policy policy,
            Instant now,
            String key,
            Secret secret) {
        ObjectNode body =
                switch (hook.format()) {
                    case PAGERDUTY -> pagerDuty(reach, incident, policy, key, secret);
                    case JSON -> own(reach, incident, now, key);
                    case STATUSPAGE ->
                            throw new IllegalArgumentException("a status page rings nobody");
                };
        return JSON.writeValueAsString(body);
    }

    /** Events API, version 2: trigger, acknowledge, resolve, held together by the key. */
    private static ObjectNode pagerDuty(
            Reach reach, Incident incident, Policy policy, String key, Secret secret) {
        ObjectNode body = JSON.createObjectNode();
        body.put("routing_key", secret.reveal());
        body.put("event_action", action(reach.matter()));
        body.put("dedup_key", key);
        if (reach.matter() == Matter.PAGE) {
            ObjectNode payload = body.putObject("payload");
            payload.put("summary", summary(incident));
            payload.put("source", "muster");
            payload.put("severity", severity(policy.rank(incident.severity())));
            payload.put("timestamp", incident.declaredAt().toString());
            payload.put("class", incident.severity().value());
            ObjectNode details = payload.putObject("custom_details");
            details.put("incident", incident.id().toString());
            details.put("called_as", reach.as());
            details.put("acknowledge", "In Slack: /incident ack " + incident.id());
        }
        return body;
    }

    private static ObjectNode own(Reach reach, Incident incident, Instant now, String key) {
        ObjectNode body = JSON.createObjectNode();
        body.put("event", action(reach.matter()));
        body.put("key", key);
        body.put("incident", incident.id().toString());
        body.put("severity", incident.severity().value());
        body.put("summary", summary(incident));
        body.put("private", incident.header().isPrivate());
        body.put("drill", incident.header().drill());
        body.put("called_as", reach.as());
        body.put("declared_at", incident.declaredAt().toString());
        body.put("at", now.toString());
        return body;
    }

    private static String action(Matter matter) {
        return switch (matter) {
            case ACKNOWLEDGED -> "acknowledge";
            case RESOLVED -> "resolve";
            case PAGE, WORD, DIGEST, APPROVAL, REPORT, NOTICE -> "trigger";
        };
    }

    private static String summary(Incident incident) {
        String what =
                incident.header().isPrivate()
                        ? "confidential incident"
                        : incident.header().title().text().replaceAll("\\s+", " ");
        String summary =
                (incident.header().drill() ? "[DRILL] " : "")
                        + incident.id()
                        + " "
                        + incident.severity()
                        + ": "
                        + what;
        return summary.codePointCount(0, summary.length()) <= LONGEST_SUMMARY
                ? summary
                : summary.substring(0, summary.offsetByCodePoints(0, LONGEST_SUMMARY - 1)) + "…";
    }

    private static String severity(int rank) {
        return switch (rank) {
            case 0 -> "critical";
            case 1 -> "error";
            case 2 -> "warning";
            default -> "info";
        };
    }
}
