package io.muster.db.outbox;

import io.muster.core.incident.IncidentId;
import io.muster.core.notice.Effect;
import io.muster.core.notice.MessageKey;

import java.util.Optional;

/**
 * Where what followers of the status page hear queues: behind all that responders hear, each
 * subscriber and each webhook in a lane of its own, in which entries keep their order.
 */
final class FollowerLane {
    private FollowerLane() {}

    static Lane of(Effect.ToFollowers effect, IncidentId incident) {
        long n = incident.number();
        return switch (effect) {
            case Effect.ToFollowers.SpreadStatus ignored -> lane("spread/" + n, 9);
            case Effect.ToFollowers.CallStatusHooks ignored -> lane("spread-calls/" + n, 8);
            // incidents share components: what is said of one last must arrive last
            case Effect.ToFollowers.StatusCall call -> lane("status-call/" + call.webhook(), 8);
            case Effect.ToFollowers.StatusLetter letter ->
                    lane("subscriber/" + letter.subscriber(), 9);
            case Effect.ToFollowers.SpreadMaintenance ignored -> lane("spread/" + n, 9);
            case Effect.ToFollowers.MaintenanceLetter letter ->
                    lane("subscriber/" + letter.subscriber(), 9);
            case Effect.ToFollowers.SubscriptionLetter letter ->
                    lane("subscriber/" + letter.subscriber(), 8);
        };
    }

    private static Lane lane(String name, int weight) {
        return new Lane(name, weight, Optional.empty(), Optional.empty());
    }

    /** By it a call is found that was put already. */
    static MessageKey key(Effect.ToFollowers effect) {
        return switch (effect) {
            case Effect.ToFollowers.StatusCall call ->
                    new MessageKey(
                            "status-call:"
                                    + call.webhook()
                                    + "/"
                                    + call.number()
                                    + "/"
                                    + call.part());
            case Effect.ToFollowers.SpreadStatus ignored -> MessageKey.NONE;
            case Effect.ToFollowers.CallStatusHooks ignored -> MessageKey.NONE;
            case Effect.ToFollowers.StatusLetter ignored -> MessageKey.NONE;
            case Effect.ToFollowers.SpreadMaintenance ignored -> MessageKey.NONE;
            case Effect.ToFollowers.MaintenanceLetter ignored -> MessageKey.NONE;
            case Effect.ToFollowers.SubscriptionLetter ignored -> MessageKey.NONE;
        };
    }
}
