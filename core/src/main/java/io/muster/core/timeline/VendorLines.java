package io.muster.core.timeline;

import io.muster.core.Phrase;
import io.muster.core.incident.VendorEvent;

/** How it reads in the timeline. */
final class VendorLines {
    private VendorLines() {}

    static Phrase what(VendorEvent event) {
        return switch (event) {
            case VendorEvent.VendorNamed e -> {
                Phrase at = Phrase.of("It began at the vendor ").quote(e.name());
                yield e.told()
                        .map(told -> at.say(", who told us ").at(told))
                        .orElse(at.say("; when they told us is not recorded yet"));
            }
        };
    }
}
