package io.muster.app.sandbox.state;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Messages that wait for their hour. */
public final class Scheduled {
    private static final Duration AHEAD = Duration.ofDays(120);
    private static final long WINDOW = Duration.ofMinutes(5).toSeconds();
    private static final int PER_WINDOW = 30;

    /** A message that waits. */
    public record Waiting(String id, String channelId, Actor by, Draft draft, long postAt) {}

    private final Team team;
    private final List<Waiting> waiting = new ArrayList<>();

    Scheduled(Team team) {
        this.team = team;
    }

    public Waiting add(Actor by, Conversation in, Draft draft, long postAt) {
        if (postAt <= team.seconds()) {
            throw new SlackError("time_in_past");
        }
        if (postAt > team.seconds() + AHEAD.toSeconds()) {
            throw new SlackError("time_too_far");
        }
        long inWindow =
                waiting.stream()
                        .filter(each -> each.channelId().equals(in.id()))
                        .filter(each -> each.postAt() / WINDOW == postAt / WINDOW)
                        .count();
        if (inWindow >= PER_WINDOW) {
            throw new SlackError("restricted_too_many");
        }
        Waiting message = new Waiting(team.ids().next("Q"), in.id(), by, draft, postAt);
        waiting.add(message);
        return message;
    }

    public void remove(Conversation in, String id) {
        boolean removed =
                waiting.removeIf(each -> each.id().equals(id) && each.channelId().equals(in.id()));
        if (!removed) {
            throw new SlackError("invalid_scheduled_message_id");
        }
    }

    /** Posts what is due. One whose channel was archived meanwhile is lost, as in Slack. */
    public void postDue() {
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
            Waiting message = each.next();
            if (message.postAt() > team.seconds()) {
                continue;
            }
            each.remove();
            team.conversations()
                    .find(message.channelId())
                    .filter(channel -> !channel.isArchived())
                    .ifPresent(channel ->
                            team.messages().post(message.by(), channel, message.draft()));
        }
    }
}
