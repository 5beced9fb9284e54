package io.muster.app.slack.block;

import io.muster.core.checklist.Checklists;
import io.muster.core.incident.Incident;
import io.muster.core.policy.Item;
import io.muster.core.policy.Phase;
import io.muster.core.policy.PhaseName;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Severity;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** An incident as it is shown: with the words of its policy, at one instant. */
public record IncidentView(Incident incident, Policy policy, Instant now) {
    private static final String LEFT_TO_RIGHT = "\u200E";
    private static final List<String> SIGNS = List.of("🔴", "🟠", "🟡", "🔵");

    public IncidentView {
        Objects.requireNonNull(incident);
        Objects.requireNonNull(policy);
        Objects.requireNonNull(now);
    }

    /** Severity and number, for example {@code 🔴 P0 · INC-42}; the sign is never the only clue. */
    public String label() {
        return sign() + " " + name();
    }

    /** The same for what was said once and still stands there when the incident is over. */
    public String lastingLabel() {
        return gravity() + " " + name();
    }

    /** A sign for how grave it is; over things get a tick. */
    public String sign() {
        return switch (incident.status()) {
            case RESOLVED, CLOSED -> "✅";
            case DISMISSED -> "⚪";
            case REPORTED, ACKNOWLEDGED, CONFIRMED -> gravity();
        };
    }

    /** The status in words. */
    public String status() {
        return switch (incident.status()) {
            case REPORTED -> "Reported, nobody has acknowledged";
            case ACKNOWLEDGED -> "Acknowledged, in triage";
            case CONFIRMED -> "Confirmed";
            case RESOLVED -> "Resolved, stability watch";
            case CLOSED -> "Closed";
            case DISMISSED -> "Dismissed: not an incident";
        };
    }

    /** The severity with its title, for example {@code P0 (Critical)}. */
    public String severity() {
        return policy.severity(incident.severity())
                .map(Severity::title)
                .map(title -> incident.severity() + " (" + title + ")")
                .orElse(incident.severity().value());
    }

    /** The kind in words. */
    public String kind() {
        return incident.header()
                .kind()
                .flatMap(policy::kind)
                .map(k -> k.title())
                .orElse("Not classified yet");
    }

    /** The titles of the phases that run now. */
    public List<String> runningPhases() {
        return titles(incident.phases().running());
    }

    /** What these phases are called, in the order of the policy. */
    public List<String> titles(List<PhaseName> phases) {
        return policy.phases().stream()
                .filter(p -> phases.contains(p.name()))
                .map(Phase::title)
                .toList();
    }

    /** The items of a phase that are meant for this incident. */
    public List<Item> items(Phase phase) {
        return Checklists.meant(phase, incident.severity(), incident.header().kinds());
    }

    /**
     * How far a phase's checklist is, for example {@code 2/5}; what does not apply counts as
     * settled.
     */
    public String progress(Phase phase) {
        List<Item> items = items(phase);
        long done = items.stream().filter(i -> incident.checklists().settled(i.name())).count();
        return (fromTheRight(phase.title()) ? LEFT_TO_RIGHT : "") + done + "/" + items.size();
    }

    /** Behind words that run from the right a number would be shown in front of them. */
    private static boolean fromTheRight(String words) {
        return words.codePoints().anyMatch(IncidentView::runsFromTheRight);
    }

    private static boolean runsFromTheRight(int letter) {
        byte direction = Character.getDirectionality(letter);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private String gravity() {
        return SIGNS.get(Math.min(policy.rank(incident.severity()), SIGNS.size() - 1));
    }

    private String name() {
        return incident.severity() + " · " + incident.id();
    }

    /** A word before everything that belongs to a drill. */
    public String drill() {
        if (!incident.header().drill()) {
            return "";
        }
        int pace = incident.dossier().exercise().pace();
        return "🧪 DRILL" + (pace == 1 ? "" : " (time ×" + pace + ")") + " · ";
    }
}
