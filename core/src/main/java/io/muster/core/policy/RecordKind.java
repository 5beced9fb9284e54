package io.muster.core.policy;

import java.util.Locale;

/** A kind of record by which an auditor can see that a control was at work. */
public enum RecordKind {
    REPORTS("Reports and how they came in"),
    TRIAGE("Triage: taken up, confirmed, classified, dismissed"),
    ROLES("Roles: who commanded, who was called"),
    CLOCKS("Promises kept and broken"),
    ESCALATION("Who was told, by the escalation matrix"),
    PHASES("Phases and gates"),
    CHECKLISTS("Checklist items, done or ruled out with a reason"),
    EVIDENCE("Evidence and its custody"),
    APPROVALS("Words approved before they left"),
    NOTICES("Notices to those outside, sent or waived"),
    RECOVERY("Containment, restore, resolution, stability watch, closing"),
    POST_MORTEMS("Post-mortems"),
    ACTIONS("Action items"),
    DRILLS("Drills and tests"),
    PLAN("The plan: its versions and reviews"),
    VENDORS("Incidents that began at a vendor");

    private final String title;

    RecordKind(String title) {
        this.title = title;
    }

    /** The word that a policy uses for it, for example {@code post-mortems}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As a headline says it. */
    public String title() {
        return title;
    }
}
