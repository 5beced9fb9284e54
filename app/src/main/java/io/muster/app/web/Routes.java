package io.muster.app.web;

import com.slack.api.bolt.App;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.muster.app.alert.AlertIntake;
import io.muster.app.slack.SlackSignature;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** Every address of this server, on one page. */
public final class Routes {
    private Routes() {}

    /**
     * @param slack absent in Socket Mode, where Slack sends nothing over HTTP
     * @param alerts takes in what other systems report
     * @param more adds what other rooms answer
     * @param ready whether a request would be answered now
     */
    public static WebServer.Routes all(
            Optional<SlackSignature> slack,
            App bolt,
            AlertIntake alerts,
            BooleanSupplier ready,
            PrometheusMeterRegistry metrics,
            UnaryOperator<WebServer.Routes> more) {
        WebServer.Routes routes = more.apply(new WebServer.Routes());
        slack.ifPresent(signature -> routes.post("/slack/events", new SlackRoute(signature, bolt)));
        routes.post(AlertRoute.PATH + "*", new AlertRoute(alerts));
        routes.get(IncidentRoute.PATH, new IncidentRoute());
        routes.get("/health/live", request -> WebResponse.text(200, "live\n"));
        routes.get(
                "/health/ready",
                request ->
                        ready.getAsBoolean()
                                ? WebResponse.text(200, "ready\n")
                                : WebResponse.text(
                                        503,
                                        "not ready: the database does not answer, or Muster is stopping\n"));
        routes.get(
                "/metrics",
                request ->
                        new WebResponse(
                                200, "text/plain; version=0.0.4; charset=utf-8", metrics.scrape()));
        return routes;
    }
}
