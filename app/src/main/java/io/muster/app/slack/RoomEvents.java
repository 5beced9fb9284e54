package io.muster.app.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.MemberLeftChannelEvent;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.function.Predicate;

/** What Slack tells of a channel itself and of those who leave it, taken apart. */
final class RoomEvents {
    private final Predicate<@Nullable String> isForeign;
    private final SlackDoor.Arrivals arrivals;

    /**
     * @param isForeign whether an event of this workspace is not for us
     */
    RoomEvents(Predicate<@Nullable String> isForeign, SlackDoor.Arrivals arrivals) {
        this.isForeign = isForeign;
        this.arrivals = arrivals;
    }

    void listen(App bolt) {
        bolt.event(
                MemberLeftChannelEvent.class,
                (payload, context) -> {
                    var event = payload.getEvent();
                    return heard(
                            payload.getTeamId(),
                            () ->
                                    arrivals.left(
                                            Deliveries.event(payload.getEventId(), event.getUser()),
                                            event.getChannel(),
                                            at(event.getEventTs())));
                });
    }

    /** Slack names its events by the time at which they happened, to the microsecond. */
    static Instant at(@Nullable String eventTs) {
        if (eventTs == null || !eventTs.matches("\\d{1,11}\\.\\d{6}")) {
            return Instant.EPOCH;
        }
        String[] parts = eventTs.split("\\.", 2);
        return Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]) * 1_000);
    }

    private Response heard(@Nullable String team, Runnable what) {
        if (!isForeign.test(team)) {
            what.run();
        }
        return Response.ok();
    }
}
