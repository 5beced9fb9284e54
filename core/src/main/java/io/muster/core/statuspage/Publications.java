package io.muster.core.statuspage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was published of an incident, the oldest first; what was only exercised is not there. */
public record Publications(List<Publication> all) {
    /** Nothing is public. */
    public static final Publications NONE = new Publications(List.of());

    private static final int DAY = "2026-03-04".length();
    private static final int SHORT = 8;

    public Publications {
        all = List.copyOf(all);
    }

    /** With one more. */
    public Publications with(Bulletin bulletin, String hash, Instant at) {
        List<Publication> more = new ArrayList<>(all);
        more.add(new Publication(all.size() + 1, bulletin, hash, at));
        return new Publications(more);
    }

    /** What the public read last. */
    public Optional<Publication> last() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** What the public reads as going on; empty if it was told nothing, or that it is over. */
    public Optional<Publication> current() {
        return last().filter(p -> p.bulletin().state() != PageState.RESOLVED);
    }

    /**
     * By what the public can tell it from other incidents. It is made of what is public and says
     * nothing of the number inside, which would tell how many incidents nobody was told of.
     */
    public String key() {
        Publication first = all.getFirst();
        String digits = first.hash().replaceAll("[^0-9a-f]", "");
        return first.at().toString().substring(0, DAY)
                + "-"
                + digits.substring(0, Math.min(SHORT, digits.length()));
    }
}
