package io.muster.core.report;

import java.util.List;

/**
 * What {@code verify} found when the report was made, and the heads of all chains as one: whoever
 * keeps this number can show later that nothing up to then was changed.
 *
 * @param broken one sentence for each fault; empty if everything is intact
 * @param heads SHA-256 over the number, length and head of every chain, in hexadecimal
 */
public record RecordState(
        int incidents, int entries, int erased, List<String> broken, String heads) {
    public RecordState {
        broken = List.copyOf(broken);
    }

    /** In a sentence. */
    public String verdict() {
        String counted = incidents + " incidents, " + entries + " entries";
        return broken.isEmpty()
                ? "Intact: " + counted + ", every hash and every link checked"
                : broken.size() + " faults in " + counted;
    }
}
