package io.muster.app.slack.fact;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/** Where whoever typed a time is; found out only if it matters. */
public final class TypistsZone {
    private final Supplier<Optional<ZoneId>> zones;
    private Optional<ZoneId> found = Optional.empty();
    private boolean asked;

    /**
     * Of one person.
     *
     * @param zones empty if nobody can say
     */
    public TypistsZone(Supplier<Optional<ZoneId>> zones) {
        this.zones = zones;
    }

    /** Their zone, or else UTC. */
    public ZoneId zone() {
        if (!asked) {
            found = zones.get();
            asked = true;
        }
        return found.orElse(ZoneOffset.UTC);
    }

    /** Whether it was needed, so that a mistake is worth showing. */
    public boolean mattered() {
        return asked;
    }

    /** Whether it was needed and nobody could say. */
    public boolean isGuessed() {
        return asked && found.isEmpty();
    }
}
