package io.muster.app;

import io.muster.app.slack.outbound.Pace;
import io.muster.db.DatabaseAddress;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** A Muster that runs: what others may ask of it, and how it is stopped. */
public interface Muster extends AutoCloseable {
    /** Where its web server listens. */
    URI address();

    /** The database that it works with. */
    DatabaseAddress database();

    /** Now, as it reckons. */
    Instant now();

    /**
     * Pushes its time forward, for every node on its database.
     *
     * @return the time after the push
     * @throws io.muster.db.DatabaseProblem if its database keeps real time
     */
    Instant advance(Duration by);

    /** Stops taking work, finishes what it holds, stops; within ten seconds. */
    @Override
    void close();

    /**
     * Starts one. Returns when it listens; what needs Slack goes on in the background.
     *
     * @throws StartProblem in words for whoever runs it
     */
    static Muster start(Settings settings) {
        return start(settings, Pace.USUAL);
    }

    /** The same, with another pace of looking up messages in doubt; for tests of that. */
    static Muster start(Settings settings, Pace pace) {
        return new Wiring(settings, pace);
    }
}
