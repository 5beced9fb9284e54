package io.muster.core.policy;

import java.util.Locale;

/** What a person can do with an incident, as far as a policy may say who is allowed to. */
public enum Act {
    ACKNOWLEDGE,
    CONFIRM,
    DISMISS,
    CHANGE_SEVERITY,
    MOVE_PHASE,
    TICK,
    ASSIGN,
    UPDATE,
    NOTE,
    SNOOZE,
    ESCALATE,
    RESOLVE,
    REOPEN,
    CLOSE,
    /** Going past a gate: closing early, ending a phase with required items open. */
    OVERRIDE,
    RECORD_FACT,
    EVIDENCE,
    /** Deciding who is told, and recording that they were. */
    TELL,
    DECIDE_DUTY,
    DRAFT,
    /** Letting words leave the building that were approved. */
    RELEASE,
    REVIEW,
    ACTION,
    DRILL,
    /** Having the control report made, which tells of every incident. */
    REPORT,
    /** Deciding who is on call for a while, whatever the team file says. */
    CHANGE_ON_CALL;

    /** The word that a policy uses for it, for example {@code change-severity}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
