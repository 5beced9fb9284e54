package io.muster.app.sandbox.state;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The short-lived right to open one view for the person who just did something. */
public final class Triggers {
    private static final Duration LIFE = Duration.ofSeconds(3);

    /** {@code viewId} and {@code channelId} say where the person was; empty when nowhere. */
    public record Trigger(
            String id, String userId, String viewId, String channelId, Instant issued) {}

    private final Team team;
    private final Map<String, Trigger> open = new HashMap<>();
    private final Map<String, Trigger> used = new HashMap<>();

    Triggers(Team team) {
        this.team = team;
    }

    public String issue(String userId, String viewId, String channelId) {
        Ids ids = team.ids();
        String id = ids.digits(12) + "." + ids.digits(11) + "." + ids.hex(16);
        open.put(id, new Trigger(id, userId, viewId, channelId, team.now()));
        return id;
    }

    public Trigger use(String id) {
        if (used.containsKey(id)) {
            team.violations().add("trigger_id used twice: " + id);
            throw new SlackError("exchanged_trigger_id");
        }
        Trigger trigger = open.get(id);
        if (trigger == null) {
            throw new SlackError("invalid_trigger_id");
        }
        if (trigger.issued().plus(LIFE).isBefore(team.now())) {
            throw new SlackError("expired_trigger_id");
        }
        open.remove(id);
        used.put(id, trigger);
        return trigger;
    }
}
