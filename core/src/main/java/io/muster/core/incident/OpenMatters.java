package io.muster.core.incident;

import io.muster.core.Spoken;
import io.muster.core.checklist.Checklists;
import io.muster.core.drill.Exercise;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.Item;
import io.muster.core.policy.Phase;
import io.muster.core.policy.Policy;
import io.muster.core.reach.Reaches;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is open in an incident, in sentences for whoever comes to it. */
public final class OpenMatters {
    private static final int CLOCKS = 12;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private OpenMatters() {}

    /** The clocks that run, most urgent first, then the checklists, actions and approvals. */
    public static List<String> of(Incident incident, Policy policy) {
        List<String> open = new ArrayList<>(clocks(incident));
        open.addAll(work(incident, policy));
        return open;
    }

    /** The same without the clocks. */
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

    private static List<String> clocks(Incident incident) {
        List<Obligation> clocks =
                incident.obligations().open().stream()
                        .filter(o -> !Reaches.isStep(o.id()))
                        .filter(o -> !Exercise.isSecret(o.id().clock()))
                        .toList();
        List<String> lines = new ArrayList<>();
        clocks.stream()
                .limit(CLOCKS)
                .forEach(o -> lines.add(o.title() + ", due " + UTC.format(o.due())));
        if (clocks.size() > CLOCKS) {
            lines.add("… and " + Spoken.count(clocks.size() - CLOCKS, "more clock"));
        }
        return lines;
    }

    private static java.util.Optional<String> phase(Incident incident, Phase phase) {
        List<Item> items =
                Checklists.meant(phase, incident.severity(), incident.header().kinds()).stream()
                        .filter(i -> !incident.checklists().settled(i.name()))
                        .toList();
        return items.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(
                        phase.title() + ": " + Spoken.count(items.size(), "item") + " open");
    }
}
