package io.muster.core.obligation;

import io.muster.core.policy.ClockName;
import io.muster.core.policy.ClockRule;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * All promises of one incident, kept and broken ones included.
 *
 * @param all by id, in the order in which they were made
 */
public record Obligations(SequencedMap<ObligationId, Obligation> all) {
    /** Nothing is owed. */
    public static final Obligations NONE = new Obligations(new LinkedHashMap<>());

    public Obligations {
        all = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(all));
    }

    /** The promise with this id, whatever became of it. */
    public Optional<Obligation> find(ObligationId id) {
        return Optional.ofNullable(all.get(id));
    }

    /** The latest turn of this clock, whatever became of it. */
    public Optional<Obligation> latest(ClockName clock) {
        return all.values().stream()
                .filter(o -> o.id().clock().equals(clock))
                .max(Comparator.comparingInt(o -> o.id().turn()));
    }

    /** The turn of this clock that is still owed. */
    public Optional<Obligation> open(ClockName clock) {
        return latest(clock).filter(Obligation::isOpen);
    }

    /**
     * The next status update that is owed. Whatever a policy calls it, only updates come again and
     * again; a clock known by its name is one even where it does not.
     */
    public Optional<Obligation> nextUpdate() {
        return open().stream()
                .filter(o -> o.repeats() || o.id().clock().equals(ClockRule.STATUS_UPDATE))
                .findFirst();
    }

    /** Everything still owed, the most urgent first. */
    public List<Obligation> open() {
        return all.values().stream()
                .filter(Obligation::isOpen)
                .sorted(Comparator.comparing(Obligation::due))
                .toList();
    }

    /** Everything still owed whose time is up. */
    public Stream<Obligation> overdue(Instant now) {
        return open().stream().filter(o -> o.late(now));
    }

    /** With this promise put in place of the one with its id. */
    public Obligations with(Obligation obligation) {
        LinkedHashMap<ObligationId, Obligation> changed = new LinkedHashMap<>(all);
        changed.put(obligation.id(), obligation);
        return new Obligations(changed);
    }
}
