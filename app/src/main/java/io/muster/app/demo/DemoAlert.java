package io.muster.app.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** An alert as Alertmanager would send it, for whoever wants to see one come in. */
final class DemoAlert {
    static final String SECRET = "demo";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private DemoAlert() {}

    /** The same, to be typed. */
    static String command(URI muster) {
        return "curl -H 'Authorization: Bearer "
                + SECRET
                + "' -d '{\"status\":\"firing\",\"groupKey\":\"demo-curl\",\"alerts\":[{\"labels\":"
                + "{\"alertname\":\"Disk almost full\",\"severity\":\"high\"}}]}' "
                + address(muster);
    }

    /** Sends it; tells what came of it. */
    static String send(URI muster, boolean firing, Instant now) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(address(muster))
                            .timeout(PATIENCE)
                            .header("Authorization", "Bearer " + SECRET)
                            .POST(HttpRequest.BodyPublishers.ofString(body(firing, now)))
                            .build();
            int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status != 200
                    ? "Muster answered with " + status + "."
                    : firing
                            ? "Alertmanager reported that checkout fails. Look into #incidents."
                            : "Alertmanager reported that it is over.";
        } catch (IOException e) {
            return "Muster did not answer.";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "Muster is stopping.";
        }
    }

    private static URI address(URI muster) {
        return muster.resolve("/alerts/alertmanager");
    }

    private static String body(boolean firing, Instant now) {
        String status = firing ? "firing" : "resolved";
        return """
        {"version": "4", "status": "%s", "receiver": "muster", "truncatedAlerts": 0,
         "groupKey": "{}:{alertname=\\"HighErrorRate\\", service=\\"checkout\\"}",
         "groupLabels": {"alertname": "HighErrorRate", "service": "checkout"},
         "externalURL": "https://alertmanager.example.com",
         "alerts": [{
           "status": "%s",
           "labels": {"alertname": "HighErrorRate", "service": "checkout", "severity": "critical"},
           "annotations": {
             "summary": "More than 5%% of all checkouts fail",
             "description": "7.3%% of the requests to /checkout failed in the last 5 minutes."},
           "startsAt": "%s", "endsAt": "0001-01-01T00:00:00Z",
           "generatorURL": "https://prometheus.example.com/graph?g0.expr=errors",
           "fingerprint": "1a30ba71cca2921f"}]}
        """
                .formatted(status, status, now.truncatedTo(ChronoUnit.SECONDS));
    }
}
