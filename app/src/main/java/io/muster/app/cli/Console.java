package io.muster.app.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;

/**
 * What a verb sees of the world.
 *
 * @param environment the settings
 */
public record Console(Map<String, String> environment, PrintWriter out, PrintWriter err) {
    /** All went well. */
    public static final int OK = 0;

    /** What was looked at has faults. */
    public static final int FAULTS = 1;

    /** What was asked for cannot be done as it was asked. */
    public static final int USAGE = 2;

    public Console {
        environment = Map.copyOf(environment);
        Objects.requireNonNull(out);
        Objects.requireNonNull(err);
    }

    /** Says something, and sees to it that it is read. */
    public void say(String words) {
        out.println(words);
        out.flush();
    }

    /** Says why something cannot be done. */
    public int refuse(String words) {
        err.println(words);
        err.flush();
        return USAGE;
    }
}
