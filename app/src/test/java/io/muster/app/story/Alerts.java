package io.muster.app.story;

import io.muster.app.Muster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Other systems, as they speak to Muster: messages with the fields that their makers document. */
final class Alerts {
    static final String SECRET = "secret";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String NEVER = "0001-01-01T00:00:00Z";

    private Alerts() {}

    /** One alert of an Alertmanager's message. */
    record One(String name, String service, String severity, boolean firing, Instant since) {
        static One firing(String name, String service) {
            return new One(name, service, "critical", true, Instant.parse("2026-01-05T09:00:00Z"));
        }

        One over() {
            return new One(name, service, severity, false, since);
        }

        One since(Instant other) {
            return new One(name, service, severity, firing, other);
        }

        One as(String other) {
            return new One(name, service, other, firing, since);
        }

        private String json() {
            return """
            {"status": "%s",
             "labels": {"alertname": "%s", "service": "%s", "severity": "%s",
                        "instance": "%s-1:9090", "job": "shop"},
             "annotations": {"summary": "%s of %s", "description": "5%% of all requests fail"},
             "startsAt": "%s", "endsAt": "%s",
             "generatorURL": "https://prometheus.example.com/graph?g0.expr=up&g0.tab=1",
             "fingerprint": "%016x"}
            """
                    .formatted(
                            firing ? "firing" : "resolved",
                            name,
                            service,
                            severity,
                            service,
                            name,
                            service,
                            since,
                            firing ? NEVER : "2026-01-05T10:00:00Z",
                            (name + service).hashCode());
        }
    }

    /** What Alertmanager sends, version 4. */
    static String alertmanager(String group, One... alerts) {
        String status = Stream.of(alerts).anyMatch(One::firing) ? "firing" : "resolved";
        return """
        {"version": "4", "groupKey": "{}:{alertname=\\"%s\\"}", "truncatedAlerts": 0,
         "status": "%s", "receiver": "muster", "groupLabels": {"alertname": "%s"},
         "commonLabels": {"alertname": "%s"}, "commonAnnotations": {},
         "externalURL": "https://alertmanager.example.com", "alerts": [%s]}
        """
                .formatted(
                        group,
                        status,
                        group,
                        group,
                        Stream.of(alerts).map(One::json).collect(Collectors.joining(",")));
    }

    /** What SigNoz sends: the same form, with its own labels and its templates as annotations. */
    static String signoz(String rule, boolean firing) {
        return String.format(
                Locale.ROOT,
                """
                {"receiver": "Muster", "status": "%1$s", "version": "4", "truncatedAlerts": 0,
                 "groupKey": "{__receiver__=\\"Muster\\"}:{ruleId=\\"019\\"}",
                 "groupLabels": {"ruleId": "019"},
                 "commonLabels": {"alertname": "%2$s", "ruleId": "019", "severity": "critical"},
                 "commonAnnotations": {}, "externalURL": "https://signoz.example.com",
                 "alerts": [{"status": "%1$s",
                   "labels": {"alertname": "%2$s", "ruleId": "019", "severity": "critical",
                     "service.name": "checkout", "threshold.name": "critical",
                     "ruleSource": "https://signoz.example.com/alerts/edit?ruleId=019"},
                   "annotations": {
                     "description": "This alert is fired when the metric (current value: 7.3) crosses the threshold (5)",
                     "summary": "The rule threshold is set to 5, and the observed metric value is 7.3",
                     "related_logs": "https://signoz.example.com/logs/logs-explorer"},
                   "startsAt": "2026-01-05T09:00:00.123456789Z", "endsAt": "%3$s",
                   "generatorURL": "https://signoz.example.com/alerts/edit?ruleId=019",
                   "fingerprint": "3a1b5c7d9e0f1122"}]}
                """,
                firing ? "firing" : "resolved",
                rule,
                firing ? NEVER : "2026-01-05T10:00:00Z");
    }

    /** Sends it with the right secret; the answer's status. */
    static int send(Story story, String source, String body) {
        return post(story, source, body, "Authorization", "Bearer " + SECRET).statusCode();
    }

    static HttpResponse<String> post(
            Story story, String source, String body, String header, String value) {
        return post(story.muster(), source, body, header, value);
    }

    /** Sends it to one of several nodes. */
    static HttpResponse<String> post(
            Muster node, String source, String body, String header, String value) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(node.address().resolve("/alerts/" + source))
                            .header(header, value)
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
