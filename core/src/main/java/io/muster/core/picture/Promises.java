package io.muster.core.picture;

import io.muster.core.drill.Exercise;
import io.muster.core.incident.Fulfilment;
import io.muster.core.incident.Incident;
import io.muster.core.obligation.Obligation;
import io.muster.core.picture.TimelinePicture.Kept;
import io.muster.core.picture.TimelinePicture.Promise;
import io.muster.core.policy.Policy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What became of the promises of an incident, without what nobody in a drill should see. */
final class Promises {
    private Promises() {}

    static List<Promise> of(Incident incident, Policy policy, Instant now) {
        return incident.obligations().all().values().stream()
                .filter(Obligation::isPromise)
                .filter(o -> o.state() != Obligation.State.DROPPED)
                .filter(o -> !Exercise.isSecret(o.id().clock()))
                .map(o -> promise(o, Fulfilment.of(incident, policy, o, now)))
                .sorted(Comparator.comparing(Promise::at))
                .toList();
    }

    private static Promise promise(Obligation obligation, Fulfilment fulfilment) {
        Instant at = fulfilment.at().orElse(obligation.due());
        Kept kept =
                fulfilment.late() ? Kept.LATE : obligation.isOpen() ? Kept.RUNNING : Kept.IN_TIME;
        return new Promise(at, kept);
    }
}
