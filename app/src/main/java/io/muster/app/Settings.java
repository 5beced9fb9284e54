package io.muster.app;

import io.muster.app.reach.ReachSettings;
import io.muster.core.PersonId;
import io.muster.core.roster.Team;
import io.muster.db.DatabaseAddress;
import io.muster.db.time.ClockKind;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How this Muster is set up: the environment as values. Every problem is reported together, each
 * with what to set and where to get it.
 *
 * @param database empty: an embedded one in {@code home}
 * @param policy a built-in name or a file
 * @param team a file, if there is one
 * @param variables secrets whose variables the team file names
 * @param reach how people are reached beside Slack
 * @param publicUrl where browsers reach this Muster, for the links that people post
 */
public record Settings(
        Optional<SlackAccess> slack,
        URI slackApi,
        int port,
        String bind,
        Optional<DatabaseAddress> database,
        Path home,
        String policy,
        Optional<Path> team,
        String announceChannel,
        Optional<Secret> alertSecret,
        Set<PersonId> admins,
        ClockKind clock,
        SecretVariables variables,
        ReachSettings reach,
        Optional<URI> publicUrl) {
    /** Slack's own Web API. */
    public static final URI SLACK = URI.create("https://slack.com/api/");

    private static final int DEFAULT_PORT = 3000;
    private static final String ANNOUNCE_CHANNEL = "incidents";

    /** One whose team names no secrets, and nobody is reached beside Slack. */
    public Settings(
            Optional<SlackAccess> slack,
            URI slackApi,
            int port,
            String bind,
            Optional<DatabaseAddress> database,
            Path home,
            String policy,
            Optional<Path> team,
            String announceChannel,
            Optional<Secret> alertSecret,
            Set<PersonId> admins,
            ClockKind clock) {
        this(
                slack,
                slackApi,
                port,
                bind,
                database,
                home,
                policy,
                team,
                announceChannel,
                alertSecret,
                admins,
                clock,
                SecretVariables.NONE,
                ReachSettings.NONE,
                Optional.empty());
    }

    /** The same, with other ways to reach people. */
    public Settings reaching(ReachSettings ways) {
        return new Settings(
                slack,
                slackApi,
                port,
                bind,
                database,
                home,
                policy,
                team,
                announceChannel,
                alertSecret,
                admins,
                clock,
                variables,
                ways,
                publicUrl);
    }

    /** The same, with an address that people can point at. */
    public Settings reachedAt(URI address) {
        return new Settings(
                slack,
                slackApi,
                port,
                bind,
                database,
                home,
                policy,
                team,
                announceChannel,
                alertSecret,
                admins,
                clock,
                variables,
                reach,
                Optional.of(address));
    }

    /** The channel of the announcements: a setting goes before what the team file says. */
    public String announceChannel(Team people) {
        return announceChannel.equals(ANNOUNCE_CHANNEL)
                ? people.announce().orElse(announceChannel)
                : announceChannel;
    }

    /**
     * As much as can be read of an environment that has faults.
     *
     * @param settings where something is wrong, with what Muster would do without it
     * @param problems one sentence each
     */
    public record Attempt(Settings settings, List<String> problems) {
        /** Whether this variable is among the problems. */
        public boolean isWrong(String variable) {
            return problems.stream().anyMatch(p -> p.contains(variable));
        }
    }

    /** Reads the environment for a look at it, Slack included. */
    public static Attempt attempt(Map<String, String> environment) {
        return new Reader(environment).attempt(true);
    }

    /** What was read, or everything that is wrong with it. */
    public sealed interface Result {
        /** It can be used. */
        record Ok(Settings settings) implements Result {}

        /** It cannot; one sentence a problem. */
        record Wrong(List<String> problems) implements Result {}
    }

    /** Reads the environment, for a verb that needs no Slack. */
    public static Result read(Map<String, String> environment) {
        return new Reader(environment).read(false);
    }

    /** Reads the environment, for a verb that cannot do without Slack. */
    public static Result readForSlack(Map<String, String> environment) {
        return new Reader(environment).read(true);
    }

    private static final class Reader {
        private final Map<String, String> environment;
        private final List<String> problems = new ArrayList<>();

        Reader(Map<String, String> environment) {
            this.environment = environment;
        }

        Result read(boolean slackNeeded) {
            Attempt attempt = attempt(slackNeeded);
            return attempt.problems().isEmpty()
                    ? new Result.Ok(attempt.settings())
                    : new Result.Wrong(attempt.problems());
        }

        Attempt attempt(boolean slackNeeded) {
            Optional<SlackAccess> slack = slack(slackNeeded);
            Settings settings =
                    new Settings(
                            slack,
                            api(),
                            port(),
                            value("MUSTER_BIND").orElse("127.0.0.1"),
                            database(),
                            home(),
                            value("MUSTER_POLICY").orElse("featuresignals"),
                            value("MUSTER_TEAM").map(Path::of),
                            value("MUSTER_ANNOUNCE_CHANNEL")
                                    .orElse(ANNOUNCE_CHANNEL)
                                    .replaceFirst("^#", ""),
                            value("MUSTER_ALERT_SECRET").map(Secret::new),
                            admins(),
                            clock(),
                            new SecretVariables(environment),
                            reach(),
                            publicUrl());
            return new Attempt(settings, problems);
        }

        private Optional<SlackAccess> slack(boolean needed) {
            Optional<Secret> bot = value("SLACK_BOT_TOKEN").map(Secret::new);
            Optional<Secret> app = value("SLACK_APP_TOKEN").map(Secret::new);
            Optional<Secret> signing = value("SLACK_SIGNING_SECRET").map(Secret::new);
            if (needed && bot.isEmpty()) {
                problems.add(
                        "SLACK_BOT_TOKEN is not set. It begins with xoxb- and stands at"
                                + " api.slack.com/apps, your app, \"OAuth & Permissions\", after you"
                                + " installed the app from manifest.yml.");
            }
            if (needed && app.isEmpty() && signing.isEmpty()) {
                problems.add(
                        "Set SLACK_APP_TOKEN or SLACK_SIGNING_SECRET. SLACK_APP_TOKEN (xapp-…, with"
                                + " connections:write, from \"Basic Information\", \"App-Level Tokens\")"
                                + " is for Socket Mode and needs no public address;"
                                + " SLACK_SIGNING_SECRET (\"Basic Information\", \"App Credentials\") is"
                                + " for requests that Slack sends to /slack/events.");
            }
            return bot.map(token -> new SlackAccess(token, app, signing));
        }

        private ReachSettings reach() {
            try {
                return ReachSettings.read(environment);
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
                return ReachSettings.NONE;
            }
        }

        private URI api() {
            String base = value("SLACK_API_URL").orElse(SLACK.toString());
            try {
                URI uri = URI.create(base.endsWith("/") ? base : base + "/");
                if (uri.getHost() != null && uri.getScheme().startsWith("http")) {
                    return uri;
                }
            } catch (IllegalArgumentException e) {
                // said below, in words
            }
            problems.add("SLACK_API_URL is not an address: it should look like " + SLACK + ".");
            return SLACK;
        }

        private Optional<URI> publicUrl() {
            Optional<String> said = value("MUSTER_PUBLIC_URL");
            Optional<URI> address = said.flatMap(Reader::webAddress);
            if (said.isPresent() && address.isEmpty()) {
                problems.add(
                        "MUSTER_PUBLIC_URL is not an address that a browser can open: it should look"
                                + " like https://muster.example.com.");
            }
            return address;
        }

        private static Optional<URI> webAddress(String said) {
            try {
                URI uri = URI.create(said);
                boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
                boolean bare = uri.getQuery() == null && uri.getFragment() == null;
                return web && bare && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        private int port() {
            String port = value("MUSTER_PORT").orElse(String.valueOf(DEFAULT_PORT));
            try {
                int number = Integer.parseInt(port);
                if (number >= 0 && number <= 65_535) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // said below, in words
            }
            problems.add("MUSTER_PORT must be a number from 0 to 65535, and is \"" + port + "\".");
            return DEFAULT_PORT;
        }

        private Optional<DatabaseAddress> database() {
            Optional<String> url = value("MUSTER_DATABASE_URL");
            if (url.isPresent() && !url.get().startsWith("jdbc:postgresql:")) {
                problems.add(
                        "MUSTER_DATABASE_URL must be a JDBC address of a PostgreSQL, like"
                                + " jdbc:postgresql://host:5432/muster?user=…&password=….");
                return Optional.empty();
            }
            return url.map(DatabaseAddress::of);
        }

        private Path home() {
            return value("MUSTER_HOME")
                    .map(Path::of)
                    .orElseGet(() -> Path.of(System.getProperty("user.home"), ".muster"))
                    .toAbsolutePath();
        }

        private Set<PersonId> admins() {
            return value("MUSTER_ADMIN").stream()
                    .flatMap(list -> Arrays.stream(list.split("[,\\s]+")))
                    .filter(id -> !id.isBlank())
                    .map(PersonId::new)
                    .collect(Collectors.toUnmodifiableSet());
        }

        private ClockKind clock() {
            String word = value("MUSTER_CLOCK").orElse("real");
            return switch (word) {
                case "real" -> ClockKind.REAL;
                case "adjustable" -> ClockKind.ADJUSTABLE;
                default -> {
                    problems.add(
                            "MUSTER_CLOCK is \""
                                    + word
                                    + "\": set it to real, or to adjustable for a trial.");
                    yield ClockKind.REAL;
                }
            };
        }

        private Optional<String> value(String name) {
            return Optional.ofNullable(environment.get(name))
                    .map(String::strip)
                    .filter(v -> !v.isEmpty());
        }
    }
}
