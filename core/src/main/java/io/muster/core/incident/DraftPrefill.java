package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.approval.Wording;
import io.muster.core.fact.FindingName;
import io.muster.core.fact.TimeName;
import io.muster.core.policy.Milestone;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Purpose;
import io.muster.core.policy.Severity;
import io.muster.core.policy.Template;

import java.time.Instant;
import java.util.Optional;

/**
 * The words that a draft begins with, out of what the record knows. What it does not know stands
 * there as {@code [fill in: …]}, which keeps the draft from being submitted.
 */
public final class DraftPrefill {
    private static final String BLANK = "[fill in: ";

    private final Incident incident;
    private final Policy policy;
    private final Instant now;

    private DraftPrefill(Incident incident, Policy policy, Instant now) {
        this.incident = incident;
        this.policy = policy;
        this.now = now;
    }

    /** How a draft with this purpose begins now. */
    public static Wording of(Purpose purpose, Incident incident, Policy policy, Instant now) {
        Template filled =
                purpose.template().filled(new DraftPrefill(incident, policy, now)::meaning);
        return new Wording(
                FreeText.of(filled.audience()),
                FreeText.of(filled.channel()),
                FreeText.of(filled.subject()),
                FreeText.of(filled.text()));
    }

    private String meaning(String inBraces) {
        String word = Template.name(inBraces);
        String known = meant(word);
        boolean unknown = known.startsWith(BLANK) && !word.equals(inBraces);
        return unknown ? "[? " + inBraces.substring(word.length() + 1).strip() + "]" : known;
    }

    private String meant(String word) {
        return switch (word) {
            case "incident" -> incident.id().toString();
            case "title" -> incident.header().title().text();
            case "severity" -> severity();
            case "now" -> utc(now);
            case "contact" -> policy.reporting().contact();
            case "occurred" -> time(TimeName.OCCURRED, "when it began");
            case "detected" -> time(TimeName.DETECTED, "when it was noticed");
            case "aware" -> time(TimeName.AWARE, "when we became aware");
            case "confirmed" -> time(TimeName.CONFIRMED, "when it was confirmed");
            case "contained" -> time(TimeName.CONTAINED, "when it was contained");
            case "restored" -> time(TimeName.RESTORED, "when service was back");
            case "resolved" -> time(TimeName.RESOLVED, "when it was resolved");
            case "findings" -> finding(FindingName.FINDINGS, "what happened");
            case "systems" -> finding(FindingName.SYSTEMS, "which systems");
            case "data" -> finding(FindingName.DATA, "which data");
            case "customers" -> finding(FindingName.CUSTOMERS, "which customers, how many");
            case "impact" -> finding(FindingName.IMPACT, "what it means for them");
            case "cause" -> finding(FindingName.CAUSE, "the cause");
            default -> blank(word); // a word that a later Muster knows
        };
    }

    private String severity() {
        return policy.severity(incident.severity())
                .map(Severity::title)
                .map(title -> incident.severity() + " (" + title + ")")
                .orElse(incident.severity().value());
    }

    /** What somebody claimed goes before what the record shows. */
    private String time(TimeName name, String what) {
        return incident.dossier()
                .facts()
                .time(name)
                .or(() -> recorded(name))
                .map(DraftPrefill::utc)
                .orElse(blank(what + ", in UTC"));
    }

    private Optional<Instant> recorded(TimeName name) {
        return switch (name) {
            case OCCURRED, AWARE -> Optional.empty();
            case DETECTED ->
                    incident.header().detectedAt().or(() -> Optional.of(incident.declaredAt()));
            case CONFIRMED -> incident.milestones().at(Milestone.CONFIRMED);
            case CONTAINED -> incident.milestones().at(Milestone.CONTAINED);
            case RESTORED -> incident.milestones().at(Milestone.RESTORED);
            case RESOLVED -> incident.milestones().at(Milestone.RESOLVED);
            case CLOSED -> incident.milestones().at(Milestone.CLOSED);
        };
    }

    private String finding(FindingName name, String what) {
        return incident.dossier().facts().finding(name).map(FreeText::text).orElse(blank(what));
    }

    private static String blank(String what) {
        return BLANK + what + "]";
    }

    private static String utc(Instant at) {
        return Phrase.EMPTY.at(at).plain(Object::toString);
    }
}
