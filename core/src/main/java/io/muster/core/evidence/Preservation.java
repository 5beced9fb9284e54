package io.muster.core.evidence;

import io.muster.core.policy.AutoTick;

import java.util.Optional;

/**
 * What has to be kept before anything is repaired, in the order in which it would be lost: what the
 * next restart destroys comes first (RFC 3227, section 2.1).
 */
public enum Preservation {
    MEMORY("Memory", AutoTick.MEMORY_KEPT),
    SYSTEM_STATE("System state", AutoTick.SYSTEM_STATE_KEPT),
    DISK("Disk image", AutoTick.DISK_KEPT),
    CLOUD_STATE("Cloud state", AutoTick.CLOUD_STATE_KEPT),
    /** Only a copy on write-once storage counts. */
    LOGS("Logs, on write-once storage", AutoTick.LOGS_KEPT),
    CUSTODY("Chain of custody", AutoTick.CUSTODY_KEPT),
    LEGAL("Legal told before anything is shared", AutoTick.LEGAL_TOLD);

    private final String title;
    private final AutoTick tick;

    Preservation(String title, AutoTick tick) {
        this.title = title;
        this.tick = tick;
    }

    /**
     * As a list shows it, with the name of those who must know before evidence leaves.
     *
     * @param counsel what the policy calls them
     */
    public String title(String counsel) {
        return this == LEGAL ? counsel + " told before anything is shared" : title;
    }

    /** By which word a policy's checklist item says that it is about this. */
    public AutoTick tick() {
        return tick;
    }

    /** What a policy's checklist item is about, if it is about one of these. */
    public static Optional<Preservation> of(AutoTick tick) {
        for (Preservation step : values()) {
            if (step.tick == tick) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }
}
