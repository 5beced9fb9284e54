package io.muster.db.journal;

import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.IncidentId;
import io.muster.core.obligation.ObligationId;
import io.muster.core.roster.Actor;
import io.muster.db.Anything;
import io.muster.db.Components;
import io.muster.db.TestPolicy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may have happened to an incident, out of a seed: every kind of event, in an order in which
 * it can be applied. Whether a rule would have allowed it is not the database's business.
 */
final class Stories {
    private static final List<Class<?>> KINDS =
            EventNames.kinds().stream()
                    .filter(kind -> kind != IncidentEvent.Declared.class)
                    .<Class<?>>map(kind -> kind)
                    .sorted(java.util.Comparator.comparing(Class::getName))
                    .toList();

    private final Anything any;
    private final List<ObligationId> owed = new ArrayList<>();
    private Instant now;
    private Optional<Incident> incident = Optional.empty();

    Stories(long seed) {
        this.any = Anything.full(seed);
        this.now = Instant.parse("2026-11-21T09:00:00.123Z");
    }

    /** A story of so many events. */
    static List<Happened> story(long seed, int length) {
        Stories stories = new Stories(seed);
        List<Happened> story = new ArrayList<>(List.of(stories.declared()));
        while (story.size() < length) {
            story.add(stories.next());
        }
        return story;
    }

    /** How it begins. */
    Happened declared() {
        owed.clear();
        Happened first =
                happened(
                        Components.with(
                                any.of(IncidentEvent.Declared.class),
                                "policy",
                                TestPolicy.VERSION));
        incident = Optional.of(Incident.declared(new IncidentId(1), first));
        return first;
    }

    /** What happens next; nothing is approved that was not written, or handed over twice. */
    Happened next() {
        while (true) {
            Happened happened = anything();
            try {
                incident = incident.map(before -> before.apply(happened));
                return happened;
            } catch (RuntimeException cannotHaveHappened) {
                now = now.plusMillis(1);
            }
        }
    }

    private Happened anything() {
        IncidentEvent event = (IncidentEvent) any.of(any.oneOf(KINDS));
        if (event instanceof IncidentEvent.ObligationOpened opened) {
            owed.add(opened.obligation().id());
            return happened(event);
        }
        boolean isAboutAPromise =
                Stream.of(event.getClass().getRecordComponents())
                        .anyMatch(c -> c.getType() == ObligationId.class);
        if (isAboutAPromise && owed.isEmpty()) {
            return anything();
        }
        return happened(
                Components.map(
                        event,
                        (c, old) -> c.getType() == ObligationId.class ? any.oneOf(owed) : old));
    }

    private Happened happened(IncidentEvent event) {
        now = now.plusMillis(any.random().nextLong(2_000));
        return new Happened(event, any.of(Actor.class), now);
    }
}
