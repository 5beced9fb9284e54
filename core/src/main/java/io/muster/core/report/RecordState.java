package io.muster.core.report;

import io.muster.core.Spoken;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What {@code verify} found when the report was made.
 *
 * @param broken one sentence for each fault; empty if everything is intact
 * @param chains every chain there is
 */
public record RecordState(
        int incidents, int entries, int erased, List<String> broken, List<Chain> chains) {
    public RecordState {
        broken = List.copyOf(broken);
        chains = List.copyOf(chains);
    }

    /** In a sentence. */
    public String verdict() {
        String counted = Spoken.count(incidents, "incident") + ", " + entries + " entries";
        return broken.isEmpty()
                ? "Intact: " + counted + ", every hash and every link checked"
                : Spoken.count(broken.size(), "fault") + " in " + counted;
    }

    /** The heads of all chains as one: SHA-256 over a line for each, in hexadecimal. */
    public String heads() {
        return Seal.of(chains.stream().map(Chain::line).collect(Collectors.joining()));
    }
}
