package io.muster.app;

import io.muster.app.desk.IncidentRecords;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Ways;
import io.muster.app.slack.link.IncidentLinks;
import io.muster.core.roster.Team;

import java.util.Optional;

/** Everything that people can type, press and submit, for tests that must not leave one out. */
public final class RegisteredWays {
    private RegisteredWays() {}

    /** By name only: nothing of it can be used. */
    @SuppressWarnings("NullAway") // nothing behind the names is ever called
    public static Ways all() {
        Reception nobody = new Reception(null, new IncidentRecords(null, null, null, null), null);
        return Conversations.all(
                nobody,
                null,
                null,
                Team.NOBODY,
                null,
                null,
                person -> Optional.empty(),
                null,
                null,
                () -> "",
                null,
                new IncidentLinks(Optional.empty()),
                null,
                null);
    }
}
