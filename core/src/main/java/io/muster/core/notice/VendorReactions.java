package io.muster.core.notice;

import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.VendorEvent;
import io.muster.core.timeline.Timeline;

import java.util.List;

/** Whoever works on it hears where it began. */
final class VendorReactions {
    private VendorReactions() {}

    static List<Effect> to(VendorEvent event, Happened happened, Incident after) {
        return switch (event) {
            case VendorEvent.VendorNamed ignored ->
                    List.of(
                            new Effect.Say(
                                    MessageKey.NONE,
                                    new Notice.Line(
                                            Notice.Tone.WEIGHTY, Timeline.sentence(happened))));
        };
    }
}
