package io.muster.core.incident;

import io.muster.core.audience.Audiences;

/** What is true after it. */
final class AudienceFold {
    private AudienceFold() {}

    static Audiences after(Audiences before, AudienceEvent event, Happened happened) {
        return before;
    }
}
