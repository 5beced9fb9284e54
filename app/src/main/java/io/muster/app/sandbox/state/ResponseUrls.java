package io.muster.app.sandbox.state;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Addresses at which the app may answer an interaction: five times, for half an hour. */
public final class ResponseUrls {
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final int USES = 5;

    /**
     * Where an answer goes. {@code messageTs} is the message that was acted on; empty when there
     * was none that an answer could replace.
     */
    public record Grant(String channelId, String userId, String messageTs, Instant issued) {}

    private final Team team;
    private final Map<String, Grant> grants = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();

    ResponseUrls(Team team) {
        this.team = team;
    }

    /** {@code kind} is {@code commands} or {@code actions}: it shows in the path, as in Slack's. */
    public URI issue(String kind, String channelId, String userId, String messageTs) {
        String path =
                kind + "/" + team.id() + "/" + team.ids().digits(12) + "/" + team.ids().secret(24);
        grants.put(path, new Grant(channelId, userId, messageTs, team.now()));
        return team.address().resolve("/" + path);
    }

    /** Counts a use, or refuses it. */
    public Grant use(String path) {
        Grant grant = grants.get(path);
        if (grant == null) {
            throw new SlackError("invalid_url");
        }
        if (grant.issued().plus(LIFE).isBefore(team.now())) {
            team.violations().add("response_url used after 30 minutes");
            throw new SlackError("expired_url");
        }
        if (uses.merge(path, 1, Integer::sum) > USES) {
            team.violations().add("response_url used more than 5 times");
            throw new SlackError("used_url");
        }
        return grant;
    }
}
