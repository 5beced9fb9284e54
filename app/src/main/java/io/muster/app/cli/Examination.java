package io.muster.app.cli;

import io.muster.app.Secret;
import io.muster.app.Settings;
import io.muster.app.SlackAccess;
import io.muster.app.alert.AlertCheckup;
import io.muster.app.alert.AlertSecrets;
import io.muster.app.checkup.ClockCheckup;
import io.muster.app.checkup.Finding;
import io.muster.app.checkup.HomeCheckup;
import io.muster.app.checkup.Probe;
import io.muster.app.oncall.OnCallCheckup;
import io.muster.app.reach.ReachCheckup;
import io.muster.app.slack.RequestUrlCheckup;
import io.muster.app.slack.outbound.AppManifest;
import io.muster.app.slack.outbound.EventsCheckup;
import io.muster.app.slack.outbound.PeopleCheckup;
import io.muster.app.slack.outbound.PlacesCheckup;
import io.muster.app.slack.outbound.SlackCheckup;
import io.muster.app.ticket.TicketCheckup;
import io.muster.core.policy.Policy;
import io.muster.core.roster.DutyOverride;
import io.muster.core.roster.Team;
import io.muster.db.Archive;
import io.muster.db.DatabaseCheckup;
import io.muster.db.Migrations;
import io.muster.db.oncall.OverrideTable;
import io.muster.db.time.ClockKind;
import io.muster.db.time.DatabaseClock;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything outside the files that Muster needs, as probes. */
final class Examination {
    private static final int FEW = 2;

    /** A database of our own may have to be started, or mended after a crash, before it answers. */
    private static final Duration OWN_DATABASE = Duration.ofSeconds(90);

    private static final Duration DATABASE = Duration.ofSeconds(30);
    private static final Duration TICKETS = Duration.ofSeconds(30);

    private final Settings settings;
    private final Team team;

    /** Known as soon as the database has answered, which another thread waits for. */
    private volatile List<DutyOverride> overrides = List.of();

    Examination(Settings settings, Team team) {
        this.settings = settings;
        this.team = team;
    }

    /** The files in {@code MUSTER_HOME}, and the clock that was chosen. */
    List<Finding> here() {
        List<Finding> findings = new ArrayList<>(Probe.run(List.of(Probe.of("home", this::home))));
        if (settings.clock() == ClockKind.ADJUSTABLE) {
            findings.add(
                    Finding.warn(
                            "clock",
                            "this is a trial whose time can be pushed: its record proves nothing"));
        }
        return findings;
    }

    private List<Finding> home() {
        return HomeCheckup.examine(settings.home());
    }

    /** The database, its clock and what waits in it. */
    List<Finding> database() {
        Duration limit = settings.database().isPresent() ? DATABASE : OWN_DATABASE;
        return Probe.run(List.of(new Probe("database", limit, this::askDatabase)));
    }

    private List<Finding> askDatabase() {
        return Databases.use(
                settings,
                address -> {
                    Migrations.apply(address);
                    try (Archive archive = Archive.open(address, FEW)) {
                        List<Finding> findings = new ArrayList<>();
                        DatabaseCheckup.examine(archive).stream()
                                .map(Examination::finding)
                                .forEach(findings::add);
                        DatabaseCheckup.Clock clock = DatabaseCheckup.clock(archive);
                        findings.add(
                                ClockCheckup.compare(
                                        "the database's clock", clock.ahead(), clock.exact()));
                        overrides =
                                archive.transact(
                                        tx -> OverrideTable.endingAfter(tx, DatabaseClock.now(tx)));
                        return findings;
                    }
                });
    }

    private static Finding finding(DatabaseCheckup.Line line) {
        return switch (line.level()) {
            case OK -> Finding.ok(line.about(), line.words());
            case WARN -> Finding.warn(line.about(), line.words());
            case DO -> Finding.toDo(line.about(), line.words());
        };
    }

    /** Slack; what only it knows is asked if it answers at all. */
    List<Finding> slack(SlackAccess access) {
        URI api = settings.slackApi();
        Secret bot = access.botToken();
        List<Finding> findings =
                new ArrayList<>(
                        Probe.run(
                                List.of(
                                        Probe.of(
                                                "bot token",
                                                () ->
                                                        SlackCheckup.examine(
                                                                api, bot, AppManifest.ours())),
                                        events(api, access))));
        if (findings.getFirst().mark() != Finding.Mark.OK) {
            findings.add(
                    Finding.warn(
                            "slack",
                            "channel, canvases, user groups and people were not looked at: Slack"
                                    + " has to answer first"));
            return findings;
        }
        findings.addAll(
                Probe.run(
                        List.of(
                                Probe.of(
                                        "channel",
                                        () ->
                                                PlacesCheckup.channel(
                                                        api, bot, settings.announceChannel(team))),
                                Probe.of("canvases", () -> PlacesCheckup.canvases(api, bot)),
                                Probe.of("user groups", () -> PeopleCheckup.groups(api, bot, team)),
                                new Probe(
                                        "people",
                                        PeopleCheckup.LIMIT,
                                        () -> PeopleCheckup.people(api, bot, team)))));
        return findings;
    }

    private Probe events(URI api, SlackAccess access) {
        Optional<Secret> app = access.appToken();
        if (app.isPresent()) {
            return Probe.of("events", () -> EventsCheckup.examine(api, app.get()));
        }
        return Probe.of(
                "events",
                () ->
                        access.signingSecret().isPresent()
                                ? RequestUrlCheckup.examine(
                                        settings.bind(),
                                        settings.port(),
                                        access.signingSecret().get())
                                : List.of());
    }

    /** The other ways in and out: mail, webhooks, alerts, tickets, health checks. */
    List<Finding> ways() {
        List<Probe> probes = new ArrayList<>();
        probes.add(
                new Probe(
                        "mail", Duration.ofSeconds(20), () -> ReachCheckup.mail(settings.reach())));
        team.webhooks()
                .values()
                .forEach(hook ->
                        probes.add(
                                Probe.of(
                                        "webhook",
                                        () -> ReachCheckup.webhook(settings.reach(), hook))));
        AlertSecrets secrets = new AlertSecrets(settings.alertSecret(), settings.variables());
        probes.add(Probe.of("alerts", () -> AlertCheckup.sources(team.alerts(), secrets)));
        team.tickets()
                .ifPresent(system ->
                        probes.add(
                                new Probe(
                                        "tickets",
                                        TICKETS,
                                        () ->
                                                List.of(
                                                        TicketCheckup.examine(
                                                                system, settings.variables())))));
        team.alerts()
                .watches()
                .forEach(watch ->
                        probes.add(
                                new Probe(
                                        "health check",
                                        watch.timeout().plus(Probe.USUAL),
                                        () -> AlertCheckup.watch(watch))));
        return Probe.run(probes);
    }

    /** Who has a turn, and whether somebody has one at every hour; overrides as far as known. */
    List<Finding> onCall(Policy policy) {
        return Probe.run(
                List.of(
                        Probe.of(
                                "on call",
                                () ->
                                        OnCallCheckup.examine(
                                                team,
                                                policy,
                                                Instant.now(),
                                                overrides,
                                                name ->
                                                        settings.variables()
                                                                .find(name)
                                                                .isPresent()))));
    }
}
