package io.muster.core.picture;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.policy.Milestone;
import io.muster.core.policy.Policy;
import io.muster.core.timeline.Secrets;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The course of an incident as a picture shows it: from the declaration until it was resolved, or
 * until now. What came after that is pointed at without a place on the axis, or the weeks until it
 * was closed would leave no room for the hours that mattered.
 *
 * @param until the end of the axis
 * @param now when the picture was made
 * @param phases in the order in which they began
 * @param moments what is pointed at, oldest first
 * @param promises the clocks that ran
 * @param entries when anything was recorded, all of it
 */
public record TimelinePicture(
        Incident incident,
        Instant from,
        Instant until,
        Instant now,
        List<Phase> phases,
        List<KeyMoment> moments,
        List<Promise> promises,
        List<Instant> updates,
        List<Instant> entries) {
    private static final Duration SHORTEST = Duration.ofMinutes(5);

    public TimelinePicture {
        phases = List.copyOf(phases);
        moments = List.copyOf(moments);
        promises = List.copyOf(promises);
        updates = List.copyOf(updates);
        entries = List.copyOf(entries);
    }

    /** A workstream. */
    public record Phase(String title, Instant start, Optional<Instant> end) {}

    /** What became of a promise, and when. */
    public record Promise(Instant at, Kept kept) {}

    /** What became of a promise. */
    public enum Kept {
        /** In time. */
        IN_TIME,
        /** Late, missed or overdue. */
        LATE,
        /** It is owed, and not due yet. */
        RUNNING
    }

    /**
     * Of this incident.
     *
     * @param story all of it, oldest first
     */
    public static TimelinePicture of(
            Incident incident, Policy policy, List<Happened> story, Instant now) {
        List<Happened> kept = Secrets.kept(story, incident);
        Instant from = incident.declaredAt();
        Instant end = end(incident, kept).orElse(now);
        Instant shortest = from.plus(SHORTEST);
        return new TimelinePicture(
                incident,
                from,
                end.isBefore(shortest) ? shortest : end,
                now,
                phases(incident, kept),
                KeyMoments.of(kept),
                Promises.of(incident, policy, now),
                kept.stream()
                        .filter(h -> h.event() instanceof IncidentEvent.UpdatePosted)
                        .map(Happened::at)
                        .toList(),
                kept.stream().map(Happened::at).toList());
    }

    /** Whom its words name. */
    public Set<PersonId> people() {
        return moments.stream()
                .flatMap(moment -> moment.what().parts().stream())
                .filter(Phrase.Part.Who.class::isInstance)
                .map(part -> ((Phrase.Part.Who) part).person())
                .collect(Collectors.toSet());
    }

    /** How many entries are not pointed at. */
    public int others() {
        return entries.size() - moments.size();
    }

    /** Whether this came after the axis ends. */
    public boolean isAfter(Instant at) {
        return at.isAfter(until);
    }

    private static Optional<Instant> end(Incident incident, List<Happened> story) {
        return incident.milestones()
                .at(Milestone.RESOLVED)
                .or(() ->
                        incident.status().isOver()
                                ? story.stream()
                                        .filter(h -> h.event() instanceof IncidentEvent.Dismissed)
                                        .map(Happened::at)
                                        .reduce((a, b) -> b)
                                : Optional.empty());
    }

    private static List<Phase> phases(Incident incident, List<Happened> story) {
        List<Phase> phases = new ArrayList<>();
        incident.phases()
                .all()
                .forEach((name, work) ->
                        story.stream()
                                .filter(h ->
                                        h.event() instanceof IncidentEvent.PhaseStarted e
                                                && e.phase().equals(name))
                                .map(h -> ((IncidentEvent.PhaseStarted) h.event()).title())
                                .findFirst()
                                .ifPresent(title ->
                                        phases.add(
                                                new Phase(
                                                        title,
                                                        work.startedAt(),
                                                        work.finishedAt()))));
        return phases;
    }
}
