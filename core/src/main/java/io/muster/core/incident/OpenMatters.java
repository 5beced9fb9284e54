package io.muster.core.incident;

import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.checklist.Checklists;
import io.muster.core.drill.Exercise;
import io.muster.core.policy.Item;
import io.muster.core.policy.Phase;
import io.muster.core.policy.Policy;
import io.muster.core.reach.Reaches;
import io.muster.core.talk.RunningClock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is open in an incident, in sentences for whoever comes to it. */
public final class OpenMatters {
    private static final int CLOCKS = 12;

    private OpenMatters() {}

    /** The most urgent clocks of an offer, as many as fit into a message. */
    public static List<Phrase> named(TalkEvent.HandoverOffered offer) {
        return offer.clocks().stream()
                .limit(CLOCKS)
                .map(clock -> Phrase.of(clock.title() + ", due ").at(clock.due()))
                .toList();
    }

    /** How many clocks of an offer are not named; empty if all are. */
    public static Optional<String> unnamed(TalkEvent.HandoverOffered offer) {
        int more = offer.clocks().size() - CLOCKS;
        return more > 0
                ? Optional.of("… and " + Spoken.count(more, "more clock"))
                : Optional.empty();
    }

    /** The checklists and actions that wait. */
    public static List<String> work(Incident incident, Policy policy) {
        List<String> open = new ArrayList<>();
        for (Phase phase : policy.phases()) {
            if (incident.phases().running().contains(phase.name())) {
                phase(incident, phase).ifPresent(open::add);
            }
        }
        long actions = incident.dossier().actions().all().stream().filter(a -> a.isOpen()).count();
        if (actions > 0) {
            open.add(Spoken.count(actions, "action item") + " to be done");
        }
        return open;
    }

    /** The clocks that run, the most urgent first. */
    static List<RunningClock> clocks(Incident incident) {
        return incident.obligations().open().stream()
                .filter(o -> !Reaches.isStep(o.id()))
                .filter(o -> !Exercise.isSecret(o.id().clock()))
                .map(o -> new RunningClock(o.title(), o.due()))
                .toList();
    }

    private static Optional<String> phase(Incident incident, Phase phase) {
        List<Item> items =
                Checklists.meant(phase, incident.severity(), incident.header().kinds()).stream()
                        .filter(i -> !incident.checklists().settled(i.name()))
                        .toList();
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(phase.title() + ": " + Spoken.count(items.size(), "item") + " open");
    }
}
