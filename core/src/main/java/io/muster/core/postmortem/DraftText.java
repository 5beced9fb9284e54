package io.muster.core.postmortem;

import io.muster.core.FreeText;
import io.muster.core.checklist.Checklists;
import io.muster.core.checklist.Tick;
import io.muster.core.fact.FindingName;
import io.muster.core.fact.TimeName;
import io.muster.core.incident.Header;
import io.muster.core.incident.Incident;
import io.muster.core.incident.Noticing;
import io.muster.core.incident.Updates;
import io.muster.core.policy.Item;
import io.muster.core.policy.Phase;
import io.muster.core.policy.Policy;
import io.muster.core.policy.ReviewSection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the record can begin of a section that people write. It names no people, because what was
 * done matters here and not by whose hand.
 */
public final class DraftText {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private DraftText() {}

    /** The draft; blank if the record knows nothing of it. */
    public static FreeText of(ReviewSection section, Incident incident, Policy policy) {
        List<String> parts = new ArrayList<>();
        section.drafts().forEach(draft -> part(draft, incident).ifPresent(parts::add));
        section.phases()
                .forEach(name ->
                        policy.phase(name)
                                .map(phase -> steps(phase, incident))
                                .filter(steps -> !steps.isBlank())
                                .ifPresent(parts::add));
        return FreeText.of(String.join("\n", parts));
    }

    private static Optional<String> part(ReviewSection.Draft draft, Incident incident) {
        return switch (draft) {
            case SUMMARY -> Optional.of(summary(incident));
            case DETECTION -> Optional.of(detection(incident));
            case FINDINGS -> finding(FindingName.FINDINGS, "", incident);
            case CAUSE -> finding(FindingName.CAUSE, "", incident);
            case IMPACT -> finding(FindingName.IMPACT, "", incident);
            case CUSTOMERS -> finding(FindingName.CUSTOMERS, "Customers: ", incident);
            case DATA -> finding(FindingName.DATA, "Data: ", incident);
            case SYSTEMS -> finding(FindingName.SYSTEMS, "Systems: ", incident);
        };
    }

    private static Optional<String> finding(FindingName name, String label, Incident incident) {
        return incident.dossier().facts().finding(name).map(text -> label + text.text());
    }

    private static String summary(Incident incident) {
        Header header = incident.header();
        List<String> parts = new ArrayList<>(List.of(header.title().text()));
        if (!header.description().isBlank()) {
            parts.add(header.description().text());
        }
        incident.updates()
                .last()
                .map(Updates.Update::known)
                .map(FreeText::text)
                .ifPresent(parts::add);
        return String.join("\n", parts);
    }

    private static String detection(Incident incident) {
        String how = Noticing.of(incident);
        return incident.dossier()
                .facts()
                .time(TimeName.DETECTED)
                .or(() -> incident.header().detectedAt())
                .map(at -> how + ", " + minute(at))
                .orElse(how + "; declared " + minute(incident.declaredAt()))
                .concat(".");
    }

    private static String steps(Phase phase, Incident incident) {
        List<Item> done =
                Checklists.meant(phase, incident.severity(), incident.header().kinds()).stream()
                        .filter(item -> incident.checklists().done(item.name()))
                        .sorted(Comparator.comparing(item -> at(item, incident)))
                        .toList();
        StringBuilder lines = new StringBuilder();
        for (Item item : done) {
            lines.append(lines.isEmpty() ? "" : "\n")
                    .append("• ")
                    .append(item.text())
                    .append(" (")
                    .append(minute(at(item, incident)))
                    .append(")");
        }
        return lines.toString();
    }

    private static Instant at(Item item, Incident incident) {
        return incident.checklists().tick(item.name()).map(Tick::at).orElse(Instant.EPOCH);
    }

    private static String minute(Instant at) {
        return MINUTE.format(at);
    }
}
