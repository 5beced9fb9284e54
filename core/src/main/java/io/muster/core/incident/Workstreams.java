package io.muster.core.incident;

import io.muster.core.policy.PhaseName;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** The phases of one incident that have begun, in the order in which they began. They overlap. */
public record Workstreams(SequencedMap<PhaseName, Workstream> all) {
    static final Workstreams NONE = new Workstreams(new LinkedHashMap<>());

    public Workstreams {
        all = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(all));
    }

    /** This phase, if it has begun. */
    public Optional<Workstream> find(PhaseName phase) {
        return Optional.ofNullable(all.get(phase));
    }

    /** Whether work on this phase goes on. */
    public boolean isRunning(PhaseName phase) {
        return find(phase).filter(Workstream::isRunning).isPresent();
    }

    /** The phases on which work goes on, in the order in which they began. */
    public List<PhaseName> running() {
        return all.keySet().stream().filter(this::isRunning).toList();
    }

    Workstreams with(PhaseName phase, Workstream workstream) {
        LinkedHashMap<PhaseName, Workstream> changed = new LinkedHashMap<>(all);
        changed.put(phase, workstream);
        return new Workstreams(changed);
    }
}
