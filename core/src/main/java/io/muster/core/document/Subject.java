package io.muster.core.document;

import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.policy.Policy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a document is about.
 *
 * @param policy the one that the incident is judged by
 * @param story everything that happened, oldest first
 * @param now what "late" and "left" are reckoned from
 */
public record Subject(Incident incident, Policy policy, List<Happened> story, Instant now) {
    public Subject {
        Objects.requireNonNull(incident);
        Objects.requireNonNull(policy);
        Objects.requireNonNull(now);
        story = List.copyOf(story);
    }

    /** All events of one kind with who did them and when, oldest first. */
    <E extends IncidentEvent> List<Told<E>> all(Class<E> kind) {
        return story.stream()
                .filter(h -> kind.isInstance(h.event()))
                .map(h -> new Told<>(kind.cast(h.event()), h))
                .toList();
    }

    /** The last event of one kind that passes. */
    <E extends IncidentEvent> Optional<Told<E>> last(
            Class<E> kind, java.util.function.Predicate<E> passes) {
        return all(kind).reversed().stream().filter(t -> passes.test(t.event())).findFirst();
    }

    /** An event of a known kind, and its circumstances. */
    record Told<E extends IncidentEvent>(E event, Happened happened) {}
}
