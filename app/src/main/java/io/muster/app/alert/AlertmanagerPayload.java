package io.muster.app.alert;

import io.muster.core.alert.AlertSource;
import io.muster.core.alert.Notification;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Prometheus Alertmanager sends (version 4 of its webhook), and what SigNoz and Grafana send
 * in the same form. Only what is needed is asked for, for not all of them send all of it.
 */
final class AlertmanagerPayload {
    private static final List<String> SERVICE =
            List.of("service", "service_name", "service.name", "app", "job");
    private static final List<String> TITLE = List.of("summary", "title");
    private static final List<String> DETAILS =
            List.of("description", "message", "info", "summary");

    private AlertmanagerPayload() {}

    static Payloads.Read read(AlertSource source, JsonNode root) {
        JsonNode alerts = root.path("alerts");
        if (!alerts.isArray() || alerts.isEmpty()) {
            return new Payloads.Read.Unreadable(
                    "There is no `alerts` list with an alert in it, so this is not the webhook of"
                            + " Alertmanager, version 4. If "
                            + source.title()
                            + " writes its messages otherwise, describe them in the team file.");
        }
        List<Notification.Item> items = new ArrayList<>();
        for (JsonNode alert : alerts) {
            if (!alert.isObject()) {
                return new Payloads.Read.Unreadable(
                        "Alert " + (items.size() + 1) + " of the list is not an object ({…}).");
            }
            items.add(item(alert, root));
        }
        return new Payloads.Read.Fine(
                new Notification(
                        source, group(root, items), items, root.path("truncatedAlerts").asInt(0)));
    }

    /** What the sender groups by; an older one that does not say so groups by name. */
    private static String group(JsonNode root, List<Notification.Item> items) {
        String key = Payloads.text(root.path("groupKey"));
        if (!key.isBlank()) {
            return key;
        }
        JsonNode labels = root.path("groupLabels");
        return labels.isObject() && !labels.isEmpty()
                ? new TreeMap<>(words(labels)).toString()
                : items.getFirst().name();
    }

    private static Notification.Item item(JsonNode alert, JsonNode root) {
        Map<String, String> labels = words(alert.path("labels"));
        Map<String, String> notes = words(alert.path("annotations"));
        String name = labels.getOrDefault("alertname", "");
        String service = first(labels, SERVICE);
        String title = title(name, first(notes, TITLE), service);
        String status = Payloads.text(alert.path("status"));
        String fingerprint = Payloads.text(alert.path("fingerprint"));
        String link = Payloads.text(alert.path("generatorURL"));
        return new Notification.Item(
                fingerprint.isBlank() ? new TreeMap<>(labels).toString() : fingerprint,
                !"resolved".equals(status.isBlank() ? root.path("status").asString("") : status),
                name,
                title,
                details(notes, title),
                labels.getOrDefault("severity", ""),
                service,
                link.isBlank() ? Payloads.text(root.path("externalURL")) : link,
                labels,
                Payloads.instant(Payloads.text(alert.path("startsAt"))));
    }

    /**
     * The name of a rule that somebody wrote as a sentence, as in SigNoz, says it best: its summary
     * there is a template about thresholds. In Prometheus names are identifiers, and the summary is
     * for people.
     */
    private static String title(String name, String summary, String service) {
        if (name.contains(" ") || summary.isBlank()) {
            String named = name.isBlank() ? "Alert without a name" : name;
            return service.isBlank() || named.contains(" ") ? named : named + " on " + service;
        }
        return summary;
    }

    private static String details(Map<String, String> notes, String title) {
        String details = first(notes, DETAILS);
        return details.equals(title) ? "" : Payloads.cut(details);
    }

    private static String first(Map<String, String> words, List<String> keys) {
        return keys.stream()
                .map(key -> words.getOrDefault(key, ""))
                .filter(word -> !word.isBlank())
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> words(JsonNode object) {
        Map<String, String> words = new TreeMap<>();
        if (object.isObject()) {
            object.propertyNames()
                    .forEach(name -> words.put(name, Payloads.text(object.path(name))));
        }
        return words;
    }
}
