package io.muster.app.sandbox;

import io.muster.app.sandbox.client.SlackClient;
import io.muster.app.sandbox.delivery.Courier;
import io.muster.app.sandbox.delivery.DeliveryFaults;
import io.muster.app.sandbox.delivery.EventBudget;
import io.muster.app.sandbox.delivery.EventQueue;
import io.muster.app.sandbox.delivery.SocketModeServer;
import io.muster.app.sandbox.fault.FaultPlan;
import io.muster.app.sandbox.limits.RateWindows;
import io.muster.app.sandbox.mail.MailSink;
import io.muster.app.sandbox.mail.MailboxPage;
import io.muster.app.sandbox.page.PageHandler;
import io.muster.app.sandbox.page.Setting;
import io.muster.app.sandbox.state.Caps;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.webapi.ApiHandler;
import io.muster.app.sandbox.webapi.FileTransfer;
import io.muster.app.sandbox.webapi.ResponseUrlHandler;
import io.muster.app.sandbox.webapi.WebApi;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A stand-in for Slack, on loopback only: Web API, Socket Mode, signed HTTP deliveries, and a page
 * on which a person acts as anybody in the workspace. See the package for what it enforces.
 */
public final class SlackSandbox implements AutoCloseable {
    private static final int EVENTS_PER_HOUR = 30_000;

    private final Team team;
    private final WebApi api;
    private final ApiHandler apiHandler;
    private final PageHandler pageHandler;
    private final MailSink mail;
    private final HttpDoor door;
    private final SocketModeServer socket;
    private final Courier courier;
    private final EventQueue events;
    private final Ticker ticker;
    private final Workspace workspace;
    private final Faults faults;
    private final Inbound inbound;
    private volatile Optional<URI> requestUrl = Optional.empty();

    private SlackSandbox(SandboxOptions options) {
        Caps caps = Caps.strict().withUnarchiving(options.botsMayUnarchive());
        boolean paid = options.plan() == Plan.PAID;
        team =
                new Team(
                        new Team.Setup(
                                options.workspace(),
                                options.now(),
                                options.manifest(),
                                paid,
                                caps));
        FaultPlan plan = new FaultPlan();
        DeliveryFaults deliveryFaults = new DeliveryFaults();
        RateLimits limits = options.rateLimits();
        RateWindows rates =
                new RateWindows(
                        options.now(),
                        new RateWindows.Rules(
                                limits.perMethod(), limits.perChannel(), limits.burst()),
                        team.violations()::add);
        socket = new SocketModeServer(team, deliveryFaults, options.socketPort());
        api =
                new WebApi(
                        team,
                        rates,
                        plan,
                        () ->
                                Optional.of(socket)
                                        .filter(on -> options.socketMode())
                                        .map(SocketModeServer::ticket));
        apiHandler = new ApiHandler(api);
        courier = new Courier(team, deliveryFaults, socket, options.patience());
        SlackClient client = new SlackClient(team, courier);
        team.turn(() -> Seeding.plant(team, options.seed()));
        pageHandler = new PageHandler(client, setting(options));
        mail = new MailSink(options.now());
        door =
                new HttpDoor(
                        options.port(),
                        apiHandler,
                        new ResponseUrlHandler(team),
                        new FileTransfer(team),
                        new MailboxPage(mail),
                        pageHandler);
        events = new EventQueue(team, courier, deliveryFaults, new EventBudget(EVENTS_PER_HOUR));
        ticker = new Ticker(events::sendDue, () -> team.turn(() -> team.scheduled().postDue()));
        workspace = new Workspace(new Hands(client));
        faults = new Faults(team, plan, deliveryFaults, socket);
        inbound = new Inbound(team, events, this::requestUrl);
    }

    /**
     * Binds its ports and is ready when this returns.
     *
     * @throws UncheckedIOException if a port cannot be had
     */
    public static SlackSandbox start(SandboxOptions options) {
        SlackSandbox sandbox = new SlackSandbox(options);
        sandbox.socket.open();
        try {
            sandbox.team.address(sandbox.door.open());
        } catch (UncheckedIOException e) {
            sandbox.close();
            throw e;
        }
        return sandbox;
    }

    private static Setting setting(SandboxOptions options) {
        return new Setting(
                options.welcome(),
                options.suggestions(),
                options.controls().stream().map(SlackSandbox::group).toList(),
                options.shownClock());
    }

    private static Setting.Group group(Control control) {
        return new Setting.Group(
                control.label(),
                control.choices().stream()
                        .map(choice -> new Setting.Button(choice.label(), choice.act()))
                        .toList());
    }

    private URI requestUrl() {
        return requestUrl.orElseThrow(
                () -> new IllegalStateException("say deliverTo(…) first: raw requests go by HTTP"));
    }

    /** What {@code SLACK_API_URL} is set to. */
    public URI webApi() {
        return team.address().resolve("/api/");
    }

    public URI page() {
        return team.address();
    }

    public String botToken() {
        return team.app().botToken();
    }

    public String appToken() {
        return team.app().appToken();
    }

    public String signingSecret() {
        return team.app().signingSecret();
    }

    public String teamId() {
        return team.id();
    }

    public String appId() {
        return team.app().appId();
    }

    public String botUserId() {
        return team.app().botUser().id();
    }

    /**
     * HTTP mode: every command, interaction and event goes there, signed. Without this deliveries
     * go over Socket Mode.
     */
    public void deliverTo(URI slackEventsUrl) {
        requestUrl = Optional.of(slackEventsUrl);
        courier.deliverTo(slackEventsUrl);
    }

    /** The mailbox beside the workspace; its page is {@code /mail}. */
    public MailSink mail() {
        return mail;
    }

    public Workspace workspace() {
        return workspace;
    }

    public Faults faults() {
        return faults;
    }

    /** Raw requests to the app, to be bent; HTTP mode only. */
    public Inbound inbound() {
        return inbound;
    }

    /** Every call of the Web API, in the order of arrival. */
    public List<ApiCall> calls() {
        return api.exchanges().stream().map(ApiCall::of).toList();
    }

    public List<ApiCall> calls(String method) {
        return calls().stream().filter(call -> call.method().equals(method)).toList();
    }

    /** Everything that was brought to the app, in the order in which it was done with. */
    public List<Delivery> deliveries() {
        return courier.made().stream().map(Delivery::of).toList();
    }

    /** What the app did that a test should fail for. */
    public List<String> violations() {
        return team.violations().found();
    }

    /** For a test that breaks a rule on purpose and goes on. */
    public void forgetViolations() {
        team.violations().forget();
    }

    /** How many Socket Mode links are open. */
    public int connections() {
        return socket.links();
    }

    /** Whether no delivery is under way; a retry that waits for its minute does not count. */
    public boolean isQuiet() {
        return events.idle();
    }

    /** Waits, in real time, until at least one Socket Mode link is open. */
    public void awaitConnection(Duration atMost) {
        long giveUp = System.nanoTime() + atMost.toNanos();
        while (connections() == 0) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("no Socket Mode connection within " + atMost);
            }
            sleepBriefly();
        }
    }

    private static void sleepBriefly() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ticker.close();
        events.close();
        apiHandler.release();
        pageHandler.release();
        inbound.close();
        courier.close();
        door.close();
        mail.close();
        socket.shutDown();
    }
}
