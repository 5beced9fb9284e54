package io.muster.core.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a source sent: one or more alerts that it holds for the same matter.
 *
 * @param group what the source calls the matter
 * @param truncated how many alerts it left out because there were too many
 */
public record Notification(AlertSource source, String group, List<Item> items, int truncated) {
    /** As many alerts of one matter as are looked at; the rest is only counted. */
    public static final int MOST = 1_000;

    public Notification {
        if (items.size() > MOST) {
            truncated += items.size() - MOST;
            items = items.subList(0, MOST);
        }
        items = List.copyOf(items);
    }

    /**
     * One alert.
     *
     * @param id what the source calls it, always the same for the same
     * @param name the rule that raised it; may be blank
     * @param severity the source's own word; may be blank
     * @param service may be blank
     * @param link where to look; may be blank
     * @param since when it began, if the source says so
     */
    public record Item(
            String id,
            boolean firing,
            String name,
            String title,
            String details,
            String severity,
            String service,
            String link,
            Map<String, String> labels,
            Optional<Instant> since) {
        public Item {
            labels = Map.copyOf(labels);
        }
    }
}
