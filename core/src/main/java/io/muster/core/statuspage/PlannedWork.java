package io.muster.core.statuspage;

import io.muster.core.FreeText;
import io.muster.core.approval.Wording;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Work that is announced to the public.
 *
 * @param components what is worked on, as the public calls it
 * @param text what people will notice; may be blank
 */
public record PlannedWork(
        FreeText title, List<String> components, FreeText text, Instant from, Instant to) {
    private static final FreeText EVERYONE = new FreeText("Everyone");

    public PlannedWork {
        Objects.requireNonNull(title);
        components = List.copyOf(components);
        Objects.requireNonNull(text);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }

    /** By which these words can be told from any others, times and components included. */
    public String hash() {
        String when = "Maintenance: " + from + " to " + to;
        String what = components.isEmpty() ? "" : "; " + String.join("; ", components);
        return new Wording(EVERYONE, new FreeText(when + what), title, text).hash();
    }
}
