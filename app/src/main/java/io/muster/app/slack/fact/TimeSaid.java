package io.muster.app.slack.fact;

import io.muster.app.slack.block.Mrkdwn;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says a time back to whoever typed it: as their own clock has it, and in UTC. */
public final class TimeSaid {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private TimeSaid() {}

    /**
     * The sentence that says it back.
     *
     * @param guessed their zone is not known, so it was read as UTC
     */
    public static String back(Instant at, boolean guessed) {
        String utc = UTC.format(at);
        return guessed
                ? "Recorded as *"
                        + utc
                        + "*: Slack does not say in which zone you are. If you meant your own time,"
                        + " type it again with its offset, such as `+02:00`."
                : "Recorded: *" + Mrkdwn.dateTime(at) + "* your time, which is " + utc + ".";
    }
}
