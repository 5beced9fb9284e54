package io.muster.core.incident;

import io.muster.core.audience.Audience;
import io.muster.core.duty.Standing;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.NotificationRule;
import io.muster.core.policy.Policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a promise was kept, and whether that was late. A notice that went out on time is on time,
 * even if somebody wrote it down only the next day.
 *
 * @param at when it was kept, as it was claimed where that can be; empty if it was not
 * @param late it was kept late, or missed, or is overdue
 */
public record Fulfilment(Optional<Instant> at, boolean late) {
    /** Of this promise, as it stands now. */
    public static Fulfilment of(Incident incident, Policy policy, Obligation promise, Instant now) {
        if (promise.state() != Obligation.State.MET) {
            return new Fulfilment(Optional.empty(), promise.late(now));
        }
        Optional<NotificationRule> duty =
                policy.notifications().duties().stream()
                        .filter(d -> d.name().clock().equals(promise.id().clock()))
                        .findFirst();
        Optional<Instant> at =
                duty.flatMap(d -> sent(incident, d))
                        .or(() -> told(incident, promise))
                        .or(promise::settled);
        boolean neverLate =
                !promise.isPromise() || duty.filter(NotificationRule::promptly).isPresent();
        return new Fulfilment(at, !neverLate && at.filter(promise.due()::isBefore).isPresent());
    }

    /** How much later than it was due; of what is still owed, by now. */
    public Duration delay(Obligation promise, Instant now) {
        return Duration.between(promise.due(), at.orElse(now));
    }

    private static Optional<Instant> sent(Incident incident, NotificationRule duty) {
        return incident.dossier()
                .duties()
                .of(duty.name())
                .discharged()
                .map(Standing.Discharged::sentAt);
    }

    private static Optional<Instant> told(Incident incident, Obligation promise) {
        return AudienceRow.role(promise.id().clock())
                .flatMap(incident.dossier().audiences()::find)
                .flatMap(Audience::told)
                .map(Audience.Word::at);
    }
}
