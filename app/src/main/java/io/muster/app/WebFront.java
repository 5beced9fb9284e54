package io.muster.app;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.muster.app.alert.AlertIntake;
import io.muster.app.alert.AlertPace;
import io.muster.app.alert.AlertSecrets;
import io.muster.app.desk.AlertDesk;
import io.muster.app.desk.DutyDesk;
import io.muster.app.slack.SlackDoor;
import io.muster.app.slack.SlackSignature;
import io.muster.app.status.StatusPage;
import io.muster.app.web.OnCallRoutes;
import io.muster.app.web.Routes;
import io.muster.app.web.StatusRoutes;
import io.muster.app.web.WebServer;
import io.muster.core.roster.Team;
import io.muster.db.Archive;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Everything that is reached over HTTP, on one port. */
final class WebFront {
    private final Settings settings;
    private final Team team;
    private final Archive archive;
    private final PrometheusMeterRegistry metrics;

    WebFront(Settings settings, Team team, Archive archive, PrometheusMeterRegistry metrics) {
        this.settings = settings;
        this.team = team;
        this.archive = archive;
        this.metrics = metrics;
    }

    /**
     * Listens from now on.
     *
     * @param slack what answers Slack
     * @param isReady whether work can be taken on
     * @throws StartProblem if the port cannot be had
     */
    WebServer open(SlackDoor slack, AlertDesk alerts, DutyDesk duty, BooleanSupplier isReady) {
        Optional<SlackSignature> signature =
                settings.slack()
                        .flatMap(SlackAccess::signingSecret)
                        .map(secret -> new SlackSignature(secret, InstantSource.system()));
        WebServer.Routes routes =
                Routes.all(
                        signature,
                        slack.app(),
                        intake(alerts),
                        isReady,
                        metrics,
                        more ->
                                OnCallRoutes.add(
                                        more, team.rotations(), duty, settings.variables()));
        try {
            return WebServer.start(
                    settings.bind(),
                    settings.port(),
                    StatusRoutes.on(routes, new StatusPage(archive, team.statusPage())));
        } catch (IOException e) {
            throw new StartProblem(
                    "Muster cannot listen on "
                            + settings.bind()
                            + ":"
                            + settings.port()
                            + ": "
                            + e.getMessage()
                            + ". Choose another port with MUSTER_PORT.",
                    e);
        }
    }

    private AlertIntake intake(AlertDesk alerts) {
        return new AlertIntake(
                team.alerts(),
                new AlertSecrets(settings.alertSecret(), settings.variables()),
                new AlertPace(System::nanoTime),
                alerts);
    }
}
