package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.app.Muster;
import io.muster.app.Secret;
import io.muster.app.SecretVariables;
import io.muster.app.Settings;
import io.muster.app.SlackAccess;
import io.muster.app.demo.DemoTeam;
import io.muster.app.policy.PolicyFiles;
import io.muster.app.reach.ReachSettings;
import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Person;
import io.muster.app.sandbox.RateLimits;
import io.muster.app.sandbox.SandboxOptions;
import io.muster.app.sandbox.Seed;
import io.muster.app.sandbox.SlackSandbox;
import io.muster.app.sandbox.UsergroupSeed;
import io.muster.app.slack.outbound.Pace;
import io.muster.core.PersonId;
import io.muster.db.DatabaseAddress;
import io.muster.db.time.ClockKind;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/**
 * A workspace with people, a Muster that works in it, a database of its own, and a clock that is
 * pushed by hand. At the end nothing may have breached one of Slack's rules.
 */
final class Story implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Pace QUICK =
            new Pace(Duration.ofMillis(150), Duration.ofMillis(600), Duration.ofMillis(5), 100);

    private static final URI ADDRESS = URI.create("https://muster.example.com");

    private static final String PEOPLE_FOUND =
            "select count(*) from slack_fact where name like 'person:%'";

    private final SlackSandbox sandbox;
    private final DatabaseAddress database;
    private final String policy;
    private final Transport transport;
    private final Pace pace;
    private final Path home;
    private final Extras extras;
    private Muster muster;

    private Story(
            SlackSandbox sandbox,
            DatabaseAddress database,
            String policy,
            Transport transport,
            Pace pace,
            Extras extras) {
        this.extras = extras;
        this.sandbox = sandbox;
        this.database = database;
        this.policy = policy;
        this.transport = transport;
        this.pace = pace;
        this.home = emptyFolder();
        this.muster = start();
    }

    static Story begin() {
        return begin("featuresignals", Transport.HTTP);
    }

    static Story begin(String policy, Transport transport) {
        return begin(policy, transport, RateLimits.off(), QUICK);
    }

    /** With somebody who may do everything that an administrator may. */
    static Story beginWithAdmin(String handle) {
        return begin(
                "featuresignals",
                Transport.HTTP,
                RateLimits.off(),
                QUICK,
                Extras.NONE.withAdmin(handle));
    }

    /**
     * With ways to reach people beside Slack.
     *
     * @param team changes the team file
     */
    static Story begin(String policy, ReachSettings reach, UnaryOperator<String> team) {
        return begin(
                policy,
                Transport.HTTP,
                RateLimits.off(),
                QUICK,
                Extras.NONE.withTeam(team).reaching(reach));
    }

    /**
     * Reached from outside at {@code https://muster.example.com}, whose links Slack shows to it.
     *
     * @param entities whether the workspace takes entities of the app, and not only blocks
     */
    static Story beginWithLinks(boolean entities) {
        return begin(
                "featuresignals",
                Transport.HTTP,
                RateLimits.off(),
                QUICK,
                Extras.NONE.withLinks(entities));
    }

    /**
     * With time that stands still until it is pushed.
     *
     * @param admin the handle of somebody who may do everything that an administrator may
     * @param seed adds people
     * @param team rewrites the team file
     */
    static Story beginStill(
            String policy,
            Instant now,
            String admin,
            UnaryOperator<Seed> seed,
            UnaryOperator<String> team) {
        return begin(
                policy,
                Transport.HTTP,
                RateLimits.off(),
                QUICK,
                Extras.NONE
                        .withAdmin(admin)
                        .withTeam(team)
                        .withLinks(false)
                        .standingStill(now, seed));
    }

    /** With Slack's own rates, and Muster at the pace that it keeps against Slack. */
    static Story beginAtSlacksPace() {
        return begin("featuresignals", Transport.HTTP, RateLimits.strict(), Pace.USUAL);
    }

    /** With these sections at the end of the team's file; {@code secret} opens all webhooks. */
    static Story beginWithTeam(String sections) {
        return begin(
                "featuresignals",
                Transport.HTTP,
                RateLimits.off(),
                QUICK,
                Extras.NONE.withTeam(file -> file + sections));
    }

    private static Story begin(String policy, Transport transport, RateLimits rates, Pace pace) {
        return begin(policy, transport, rates, pace, Extras.NONE);
    }

    /** With the team file written otherwise. */
    static Story beginWithTeam(UnaryOperator<String> team) {
        return begin(
                "featuresignals",
                Transport.HTTP,
                RateLimits.off(),
                QUICK,
                Extras.NONE.withTeam(team));
    }

    private static Story begin(
            String policy, Transport transport, RateLimits rates, Pace pace, Extras extras) {
        SlackSandbox sandbox =
                SlackSandbox.start(
                        SandboxOptions.builder()
                                .seed(
                                        extras.seed()
                                                .apply(
                                                        DemoTeam.seed()
                                                                .with(
                                                                        UsergroupSeed.of(
                                                                                "oncall", "On call",
                                                                                "otto"))))
                                .manifest(extras.manifest())
                                .rateLimits(rates)
                                .socketMode(transport == Transport.SOCKET)
                                .build());
        DatabaseAddress database = TestPostgres.database();
        extras.still().ifPresent(now -> TestDatabase.standStill(database, now));
        return new Story(sandbox, database, policy, transport, pace, extras);
    }

    /** Stops Muster and starts another one on the same database. */
    void restart() {
        muster.close();
        muster = start();
    }

    /** Another node of the same Muster, on the same database; whoever asks for it closes it. */
    Muster another() {
        return started();
    }

    /** Pushes the clock. */
    void push(String duration) {
        muster.advance(Duration.parse(duration));
    }

    SlackSandbox sandbox() {
        return sandbox;
    }

    Muster muster() {
        return muster;
    }

    Person person(String handle) {
        return sandbox.workspace().person(handle);
    }

    Channel channel(String name) {
        return sandbox.workspace().channel(name);
    }

    /** The channel, as soon as it is there. */
    Channel soon(String name) {
        await().atMost(PATIENCE).until(() -> sandbox.workspace().findChannel(name).isPresent());
        return entered(channel(name));
    }

    /**
     * People see a channel when they are brought in, which Muster does once it has written down
     * that the channel is there; the sandbox shows it to a test earlier than that.
     */
    private Channel entered(Channel channel) {
        boolean ofAnIncident = channel.name().matches("(inc|sec|drill)-\\d+.*");
        long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        while (ofAnIncident && channel.members().size() < 2 && System.nanoTime() < end) {
            LockSupport.parkNanos(2_000_000);
        }
        return channel;
    }

    /** The channel whose name is this, or begins with this and a hyphen, as soon as it is there. */
    Channel soonStartingWith(String start) {
        await("a channel " + start).atMost(PATIENCE).until(() -> startingWith(start).isPresent());
        return entered(startingWith(start).orElseThrow());
    }

    private Optional<Channel> startingWith(String start) {
        return sandbox.workspace().channels().stream()
                .filter(c -> c.name().equals(start) || c.name().startsWith(start + "-"))
                .filter(c -> !c.isArchived())
                .findFirst();
    }

    /** The message in this channel that contains these words, as soon as it is there. */
    Message soon(Channel channel, String words) {
        await("a message with “" + words + "” in #" + channel.name())
                .atMost(PATIENCE)
                .until(() -> newest(channel, words).isPresent());
        return newest(channel, words).orElseThrow();
    }

    Optional<Message> newest(Channel channel, String words) {
        List<Message> found =
                channel.messages().stream().filter(m -> m.plainText().contains(words)).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
    }

    long count(Channel channel, String words) {
        return channel.messages().stream().filter(m -> m.plainText().contains(words)).count();
    }

    /** The pinned card of an incident's channel. */
    Message card(Channel channel) {
        await("the card of #" + channel.name())
                .atMost(PATIENCE)
                .until(() -> !channel.pins().isEmpty());
        return channel.pins().getFirst();
    }

    /** Waits until this becomes true. */
    void eventually(String what, java.util.function.BooleanSupplier isTrue) {
        await(what).atMost(PATIENCE).until(isTrue::getAsBoolean);
    }

    /** Waits until nothing is on its way any more. */
    void settle() {
        await("the clock has knocked and the outbox is empty")
                .atMost(PATIENCE.multipliedBy(4))
                .until(() ->
                        TestDatabase.waiting(database) == 0 && TestDatabase.due(database) == 0);
    }

    /** Where Muster keeps files of its own. */
    Path home() {
        return home;
    }

    DatabaseAddress database() {
        return database;
    }

    @Override
    public void close() {
        muster.close();
        try {
            assertThat(sandbox.violations()).as("breaches of Slack's rules").isEmpty();
        } finally {
            sandbox.close();
            TestPostgres.drop(database);
        }
    }

    private Muster start() {
        Muster started = started();
        if (transport == Transport.HTTP) {
            sandbox.deliverTo(started.address().resolve("/slack/events"));
        } else {
            sandbox.awaitConnection(PATIENCE);
        }
        await("everyone in the team file is found")
                .atMost(PATIENCE)
                .until(() ->
                        TestDatabase.number(database, PEOPLE_FOUND)
                                >= extras.seed().apply(DemoTeam.seed()).people().size());
        return started;
    }

    private Muster started() {
        try {
            Path teamFile = Files.createTempFile("team", ".yml");
            Files.writeString(
                    teamFile,
                    extras.team()
                            .apply(
                                    DemoTeam.file(
                                            PolicyFiles.load(policy)
                                                    .reading()
                                                    .ifSound()
                                                    .orElseThrow())));
            return Muster.start(
                    new Settings(
                            Optional.of(access()),
                            sandbox.webApi(),
                            0,
                            "127.0.0.1",
                            Optional.of(database),
                            home,
                            policy,
                            Optional.of(teamFile),
                            "incidents",
                            Optional.of(new Secret("secret")),
                            admins(),
                            ClockKind.ADJUSTABLE,
                            new SecretVariables(
                                    Map.of(
                                            "BACKUPS_SECRET",
                                            "hush",
                                            "ONCALL_TOKEN",
                                            "long random word")),
                            extras.reach(),
                            extras.links().map(ignored -> ADDRESS)),
                    pace);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What only some stories want.
     *
     * @param admin the handle of somebody who may do everything that an administrator may
     * @param team rewrites the team file
     * @param reach ways to reach people beside Slack
     * @param links whether there are links to incidents, and then whether they show entities
     * @param still where time stands still
     * @param seed adds people to the workspace
     */
    private record Extras(
            Optional<String> admin,
            UnaryOperator<String> team,
            ReachSettings reach,
            Optional<Boolean> links,
            Optional<Instant> still,
            UnaryOperator<Seed> seed) {
        static final Extras NONE =
                new Extras(
                        Optional.empty(),
                        UnaryOperator.identity(),
                        ReachSettings.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        UnaryOperator.identity());

        Extras withAdmin(String handle) {
            return new Extras(Optional.of(handle), team, reach, links, still, seed);
        }

        Extras withTeam(UnaryOperator<String> changed) {
            return new Extras(admin, changed, reach, links, still, seed);
        }

        Extras reaching(ReachSettings ways) {
            return new Extras(admin, team, ways, links, still, seed);
        }

        Extras standingStill(Instant now, UnaryOperator<Seed> people) {
            return new Extras(admin, team, reach, links, Optional.of(now), people);
        }

        Extras withLinks(boolean entities) {
            return new Extras(admin, team, reach, Optional.of(entities), still, seed);
        }

        /** As it ships, and with what its README says about links. */
        JsonNode manifest() {
            ObjectNode manifest =
                    (ObjectNode) new YAMLMapper().readTree(Path.of("..", "manifest.yml").toFile());
            ObjectNode features = (ObjectNode) manifest.path("features");
            if (links.isPresent()) {
                features.putArray("unfurl_domains").add(ADDRESS.getHost());
            }
            if (links.orElse(false)) {
                ObjectNode previews = features.putObject("rich_previews").put("is_active", true);
                previews.putArray("entity_types").add("slack#/entities/incident");
            }
            return manifest;
        }
    }

    private Set<PersonId> admins() {
        return extras.admin()
                .map(handle -> Set.of(new PersonId(person(handle).id())))
                .orElse(Set.of());
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory("muster-home");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SlackAccess access() {
        Secret bot = new Secret(sandbox.botToken());
        return transport == Transport.HTTP
                ? new SlackAccess(
                        bot, Optional.empty(), Optional.of(new Secret(sandbox.signingSecret())))
                : new SlackAccess(
                        bot, Optional.of(new Secret(sandbox.appToken())), Optional.empty());
    }
}
