package io.muster.app;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.muster.app.alert.HealthWatch;
import io.muster.app.clock.DailyDigest;
import io.muster.app.clock.DueObligations;
import io.muster.app.clock.OnCallBell;
import io.muster.app.clock.QuartzClock;
import io.muster.app.desk.AlertDesk;
import io.muster.app.desk.Courtesies;
import io.muster.app.desk.DigestDesk;
import io.muster.app.desk.DutyDesk;
import io.muster.app.desk.IncidentDesk;
import io.muster.app.desk.IncidentRecords;
import io.muster.app.desk.Knock;
import io.muster.app.desk.Office;
import io.muster.app.desk.PictureDesk;
import io.muster.app.desk.ProgramDesk;
import io.muster.app.evidence.EvidenceVault;
import io.muster.app.oncall.OnCallCheckup;
import io.muster.app.policy.PolicyShelf;
import io.muster.app.reach.ReachBook;
import io.muster.app.reach.Reaching;
import io.muster.app.slack.Reception;
import io.muster.app.slack.SlackDoor;
import io.muster.app.slack.SocketLink;
import io.muster.app.slack.link.IncidentLinks;
import io.muster.app.slack.link.LinkPreviews;
import io.muster.app.slack.outbound.Bots;
import io.muster.app.slack.outbound.Organisation;
import io.muster.app.slack.outbound.OutboxDispatcher;
import io.muster.app.slack.outbound.Pace;
import io.muster.app.slack.outbound.PeopleZones;
import io.muster.app.slack.outbound.SlackClient;
import io.muster.app.slack.outbound.SlackIdentity;
import io.muster.app.slack.outbound.SlackModals;
import io.muster.app.slack.outbound.SlackOutbound;
import io.muster.app.slack.outbound.SlackUnfurls;
import io.muster.app.slack.outbound.TeamDirectory;
import io.muster.app.slack.outbound.UserGroupKeeper;
import io.muster.app.slack.outbound.Wake;
import io.muster.app.slack.talk.Presence;
import io.muster.app.status.MaintenanceDesk;
import io.muster.app.status.SubscriberCount;
import io.muster.app.status.Subscriptions;
import io.muster.app.ticket.TicketBook;
import io.muster.app.ticket.TicketOffice;
import io.muster.app.web.Gauges;
import io.muster.app.web.WebServer;
import io.muster.core.policy.Policy;
import io.muster.core.program.ProgramCommand;
import io.muster.core.roster.Team;
import io.muster.db.Archive;
import io.muster.db.DatabaseAddress;
import io.muster.db.Migrations;
import io.muster.db.delivery.DeliveryTable;
import io.muster.db.journal.Journal;
import io.muster.db.journal.ProgramJournal;
import io.muster.db.journal.Projections;
import io.muster.db.obligation.ObligationTable;
import io.muster.db.outbox.NodePresence;
import io.muster.db.outbox.Outbox;
import io.muster.db.outbox.SlackMemory;
import io.muster.db.policy.PolicyTable;
import io.muster.db.room.RoomTable;
import io.muster.db.server.EmbeddedServer;
import io.muster.db.time.ClockKind;
import io.muster.db.time.DatabaseClock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Every {@code new}, from the bottom up, by hand and on one page. */
final class Wiring implements Muster {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
    private static final int CONNECTIONS = 16;

    /** The most bytes of one exhibit: what can be hashed anew while a person waits. */
    private static final long EVIDENCE = 200_000_000;

    private final Belongings belongings = new Belongings();
    private final DatabaseAddress database;
    private final DatabaseClock clock;
    private final WebServer web;
    private volatile boolean stopping;

    Wiring(Settings settings, Pace pace) {
        try {
            SlackAccess access = settings.slack().orElseThrow();
            StartFiles files = StartFiles.load(settings);
            Policy policy = files.policy();
            Team team = files.team();

            // db
            database = database(settings);
            Migrations.apply(database);
            Archive archive = belongings.keep(Archive.open(database, CONNECTIONS));
            clock = new DatabaseClock(archive);
            clock.begin(settings.clock());
            Wake wake = new Wake();
            NodePresence node = belongings.keep(new NodePresence(database, wake));
            Outbox outbox = new Outbox(node.node(), wake);
            ObligationTable obligations = new ObligationTable();
            RoomTable rooms = new RoomTable();
            Journal journal = new Journal(new Projections(obligations, rooms));

            // Slack, spoken to
            SlackClient client =
                    belongings.keep(new SlackClient(settings.slackApi(), access.botToken()));
            SlackIdentity identity =
                    belongings.keep(new SlackIdentity(client, archive, new SlackMemory()));
            TeamDirectory directory =
                    belongings.keep(
                            new TeamDirectory(
                                    client, archive, new SlackMemory(), team, settings.admins()));
            PeopleZones zones =
                    new PeopleZones(client, archive, new SlackMemory(), InstantSource.system());
            SlackModals modals = belongings.keep(new SlackModals(client));
            SlackUnfurls unfurls = belongings.keep(new SlackUnfurls(client));
            IncidentLinks links = new IncidentLinks(settings.publicUrl());

            // the desk
            PolicyShelf policies = new PolicyShelf(archive, new PolicyTable(), files.policyFile());
            ReachBook reachBook =
                    new ReachBook(team, settings.reach(), directory, directory::person);
            TicketOffice tickets =
                    new TicketOffice(
                            team.tickets(),
                            settings.variables(),
                            archive.transact(new SlackMemory()::installation));
            Office office = new Office(policies, archive, new TicketBook(reachBook, tickets));
            ProgramDesk program =
                    new ProgramDesk(archive, new ProgramJournal(obligations), outbox, office);
            program.handle(new ProgramCommand.Adopt(), Knock.ofTheClock());
            DutyDesk duty = new DutyDesk(archive, outbox, office, program);
            IncidentDesk desk =
                    new IncidentDesk(
                            archive, journal, outbox, new DeliveryTable(), office, program);
            IncidentRecords records = new IncidentRecords(archive, journal, rooms, office);
            Reception reception = new Reception(desk, records, office);

            AlertDesk alerts = new AlertDesk(archive, journal, desk, office, team.alerts());
            HealthWatch watch =
                    belongings.keep(new HealthWatch(team.alerts().watches(), clock, alerts));
            Optional<Subscriptions> subscriptions =
                    Subscriptions.open(archive, outbox, team.statusPage(), settings.reach());

            EvidenceVault vault = new EvidenceVault(settings.home(), EVIDENCE);

            // Slack, heard
            SlackDoor door =
                    new SlackDoor(
                            settings.slackApi(),
                            Conversations.all(
                                    reception,
                                    modals,
                                    modals,
                                    team,
                                    vault,
                                    program,
                                    zones::of,
                                    alerts,
                                    duty,
                                    identity::workspace,
                                    new MaintenanceDesk(archive, office, program),
                                    links,
                                    new PictureDesk(archive, outbox, office),
                                    new SubscriberCount(
                                            archive, office, subscriptions.isPresent())),
                            modals,
                            directory::name,
                            new Organisation(client, identity, directory),
                            Conversations.arrivals(
                                    reception,
                                    modals,
                                    new Presence(
                                            reception,
                                            modals,
                                            new Courtesies(archive),
                                            new Bots(client, identity)),
                                    identity::isUs,
                                    directory::changed,
                                    program,
                                    duty,
                                    new LinkPreviews(
                                            reception,
                                            unfurls,
                                            new Courtesies(archive),
                                            links,
                                            identity::workspace)));

            // what runs by itself
            OutboxDispatcher dispatcher =
                    belongings.keep(
                            SlackOutbound.start(
                                    new SlackOutbound.Voice(
                                            client,
                                            identity,
                                            files.announceChannel(),
                                            pace,
                                            wake,
                                            new Reaching(
                                                    settings.reach(),
                                                    reachBook,
                                                    archive.transact(
                                                            new SlackMemory()::installation),
                                                    InstantSource.system()),
                                            tickets),
                                    archive,
                                    journal,
                                    outbox,
                                    office,
                                    desk,
                                    vault,
                                    program));
            LOG.debug("dispatching by {}", dispatcher);
            belongings.keep(
                    new QuartzClock(
                            new DueObligations(archive, obligations, desk, program),
                            new DailyDigest(
                                    clock,
                                    office,
                                    new DigestDesk(archive, journal, outbox, obligations, office)),
                            new OnCallBell(
                                    duty, new UserGroupKeeper(client, archive, new SlackMemory())),
                            Subscriptions.tidied(subscriptions, watch::knock)));
            PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            Gauges.register(metrics, archive, outbox);
            web =
                    belongings.keep(
                            new WebFront(settings, team, archive, metrics, subscriptions)
                                    .open(
                                            door,
                                            alerts,
                                            duty,
                                            () -> !stopping && archive.answers()));
            OnCallCheckup.gaps(team, policy, clock.now())
                    .forEach(line -> LOG.warn("On call: {}", line.words()));
            access.appToken()
                    .ifPresent(token -> belongings.keep(new SocketLink(token, door.app())));
            report(settings, policy);
        } catch (RuntimeException e) {
            belongings.close();
            throw e;
        }
    }

    @Override
    public URI address() {
        return web.address();
    }

    @Override
    public DatabaseAddress database() {
        return database;
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public Instant advance(Duration by) {
        return clock.advance(by);
    }

    @Override
    public void close() {
        stopping = true;
        belongings.close();
    }

    private DatabaseAddress database(Settings settings) {
        Optional<DatabaseAddress> external = settings.database();
        return external.isPresent()
                ? external.get()
                : belongings.keep(EmbeddedServer.start(settings.home())).address();
    }

    private void report(Settings settings, Policy policy) {
        if (settings.clock() == ClockKind.ADJUSTABLE) {
            LOG.warn(
                    "TRIAL: the clock of this database can be pushed forward (MUSTER_CLOCK=adjustable)."
                            + " Its record proves nothing. Never use it for real incidents.");
        }
        LOG.info("Muster is ready under policy {} at {}", policy.version(), web.address());
    }
}
