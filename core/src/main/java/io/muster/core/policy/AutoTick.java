package io.muster.core.policy;

import java.util.Locale;

/** What the record can show by itself, so that a checklist item is ticked without a click. */
public enum AutoTick {
    /** It was declared, with how it came to light. */
    DECLARED,
    /** The incident was acknowledged. */
    ACKNOWLEDGED,
    /** Triage confirmed it and said of what kind it is. */
    CLASSIFIED,
    /** It has a severity that a person chose. */
    SEVERITY_SET,
    /** The ticket in the team's own system is linked. */
    TICKET_LINKED,
    /** Its channel exists. */
    CHANNEL_OPENED,
    /** Its channel and its document exist. */
    DOCUMENT_OPENED,
    /** It has a commander, and the commander was told. */
    COMMANDER_NAMED,
    /** A status update was posted. */
    UPDATE_POSTED,
    /** A status page entry went out in words that were approved. */
    STATUS_PAGE_SENT,
    /** Those whom the escalation matrix names for this severity were told. */
    ESCALATED,
    /** It was closed after the stability watch. */
    CLOSED,
    /** Its post-mortem was approved. */
    REVIEW_APPROVED,
    /** The memory of everything affected is registered as evidence. */
    MEMORY_KEPT,
    /** The state of every affected system is registered as evidence. */
    SYSTEM_STATE_KEPT,
    /** The disks of everything affected are registered as evidence. */
    DISK_KEPT,
    /** The state of the cloud is registered as evidence. */
    CLOUD_STATE_KEPT,
    /** All logs that matter are registered as evidence, on write-once storage. */
    LOGS_KEPT,
    /** Somebody attested that every exhibit has its chain of custody. */
    CUSTODY_KEPT,
    /** Legal was told that evidence may go outside. */
    LEGAL_TOLD;

    /** The word that a policy uses for it, for example {@code channel-opened}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
