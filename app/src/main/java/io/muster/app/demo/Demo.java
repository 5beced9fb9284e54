package io.muster.app.demo;

import io.muster.app.Muster;
import io.muster.app.Secret;
import io.muster.app.Settings;
import io.muster.app.SlackAccess;
import io.muster.app.StartProblem;
import io.muster.app.policy.PolicyFile;
import io.muster.app.policy.PolicyFiles;
import io.muster.app.reach.ReachSettings;
import io.muster.app.sandbox.Choice;
import io.muster.app.sandbox.Control;
import io.muster.app.sandbox.SandboxOptions;
import io.muster.app.sandbox.SlackSandbox;
import io.muster.core.policy.Policy;
import io.muster.db.time.ClockKind;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sandbox, a Muster that works in it, and a clock that can be pushed. All of it is thrown away.
 */
public final class Demo implements AutoCloseable {
    private final Path home;
    private final SlackSandbox sandbox;
    private final Muster muster;
    private final Running running;

    private Demo(Path home, SlackSandbox sandbox, Muster muster, Running running) {
        this.home = home;
        this.sandbox = sandbox;
        this.muster = muster;
        this.running = running;
    }

    /**
     * Starts the demo.
     *
     * @param policyName a built-in name or a file
     * @param port of the page; 0 for any free one
     */
    public static Demo start(String policyName, int port) {
        PolicyFile file = PolicyFiles.load(policyName);
        Policy policy =
                file.reading()
                        .ifSound()
                        .orElseThrow(() ->
                                new StartProblem(
                                        "The policy "
                                                + policyName
                                                + " cannot be used. `policy check "
                                                + policyName
                                                + "` names every problem."));
        try {
            Path home = Files.createTempDirectory("muster-demo");
            Path team = home.resolve("team.yml");
            Files.writeString(team, DemoTeam.file(policy));
            Running running = new Running();
            SlackSandbox sandbox = open(options(policy, port, manifest(home), running), port);
            try {
                Muster muster = Muster.start(settings(sandbox, home, policyName, team));
                running.is(muster, sandbox);
                sandbox.deliverTo(muster.address().resolve("/slack/events"));
                return new Demo(home, sandbox, muster, running);
            } catch (RuntimeException e) {
                sandbox.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page to open. */
    public URI page() {
        return sandbox.page();
    }

    /** What the public reads. */
    public URI statusPage() {
        return muster.address().resolve("/status");
    }

    /** A command that sends an alert, ready to be typed. */
    public String alertCommand() {
        return DemoAlert.command(muster.address());
    }

    /** The workspace, for whoever drives the demo. */
    public SlackSandbox sandbox() {
        return sandbox;
    }

    @Override
    public void close() {
        running.isOver();
        muster.close();
        sandbox.close();
        remove(home);
    }

    private static SlackSandbox open(SandboxOptions options, int port) {
        try {
            return SlackSandbox.start(options);
        } catch (UncheckedIOException e) {
            throw new StartProblem(
                    "The demo's page cannot be opened on port "
                            + port
                            + ": something else listens there. Choose another one with --port, or"
                            + " none for any free one.",
                    e);
        }
    }

    private static SandboxOptions options(Policy policy, int port, Path manifest, Running running) {
        String gravest = policy.severities().getFirst().name().value();
        return SandboxOptions.builder()
                .workspace("Northwind")
                .seed(DemoTeam.seed())
                .manifest(manifest)
                .ports(port, 0)
                .controls(
                        new Control(
                                "Push the clock",
                                Stream.of(15, 60, 240, 1_440)
                                        .map(minutes -> push(Duration.ofMinutes(minutes), running))
                                        .toList()),
                        new Control(
                                "Alertmanager",
                                List.of(
                                        new Choice("Fire an alert", () -> running.alert(true)),
                                        new Choice("It is over", () -> running.alert(false)))))
                .now(running)
                .shownClock(running::instant)
                .socketMode(false)
                .welcome(() ->
                        "**Welcome.** You are Ana, on call tonight. Something is wrong: say so in any channel"
                                + " with `/incident`, then look into the channel that opens. Everyone here can"
                                + " be you: switch at the top. **Push the clock** to see what an hour brings. What Muster mails is at `/mail` of this address."
                                + running.publicPage())
                .suggestions(
                        "/incident declare " + gravest + " Checkout is down",
                        "/incident declare",
                        "/incident report",
                        "/incident help")
                .build();
    }

    private static Choice push(Duration by, Running running) {
        String label = by.toHours() > 0 ? "+" + by.toHours() + " h" : "+" + by.toMinutes() + " min";
        return new Choice(label, () -> running.push(by));
    }

    private static Settings settings(SlackSandbox sandbox, Path home, String policy, Path team) {
        return new Settings(
                        Optional.of(
                                new SlackAccess(
                                        new Secret(sandbox.botToken()),
                                        Optional.empty(),
                                        Optional.of(new Secret(sandbox.signingSecret())))),
                        sandbox.webApi(),
                        0,
                        "127.0.0.1",
                        Optional.empty(),
                        home,
                        policy,
                        Optional.of(team),
                        "incidents",
                        Optional.of(new Secret(DemoAlert.SECRET)),
                        java.util.Set.of(),
                        ClockKind.ADJUSTABLE)
                .reaching(
                        ReachSettings.read(
                                Map.of(
                                        "MUSTER_SMTP_URL",
                                        "smtp://127.0.0.1:" + sandbox.mail().port(),
                                        "MUSTER_MAIL_FROM",
                                        "muster@northwind.example")));
    }

    /**
     * The same manifest that creates the app in a real workspace; the build puts it into the jar.
     */
    private static Path manifest(Path home) throws IOException {
        try (InputStream in = Demo.class.getResourceAsStream("/manifest.yml")) {
            Path copy = home.resolve("manifest.yml");
            Files.write(
                    copy,
                    Objects.requireNonNull(in, "the manifest is not in the jar").readAllBytes());
            return copy;
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.err.println("The demo's folder " + folder + " is left over: " + e.getMessage());
        }
    }

    /**
     * Muster, once it runs (the page is there first), and the time in the workspace: what people
     * see there follows the pushed clock, while requests are still stamped with real time, as
     * Slack's are.
     */
    private static final class Running implements InstantSource {
        private volatile Optional<Muster> muster = Optional.empty();
        private volatile Optional<SlackSandbox> workspace = Optional.empty();
        private volatile Duration ahead = Duration.ZERO;

        void is(Muster started, SlackSandbox sandbox) {
            muster = Optional.of(started);
            workspace = Optional.of(sandbox);
        }

        void isOver() {
            muster = Optional.empty();
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        /** Where the public reads what was published. */
        String publicPage() {
            return muster.map(m ->
                            " The public reads [the status page]("
                                    + m.address().resolve("/status")
                                    + "): `/incident statuspage` writes on it.")
                    .orElse("");
        }

        /** Sends what Alertmanager would send. */
        String alert(boolean firing) {
            return muster.map(m -> DemoAlert.send(m.address(), firing, m.now()))
                    .orElse("Muster is still starting.");
        }

        /** Pushes both clocks, one person at a time. */
        synchronized String push(Duration by) {
            if (muster.isEmpty()) {
                return "Muster is still starting.";
            }
            Duration further = ahead.plus(by);
            workspace.ifPresent(w -> w.faults().clockSkew(further.negated()));
            ahead = further;
            Instant now = muster.get().advance(by);
            return "It is " + now.toString().substring(11, 16) + " UTC for Muster now.";
        }
    }
}
