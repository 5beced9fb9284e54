package io.muster.app;

import io.muster.app.cli.Cli;
import io.muster.app.cli.Console;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where the process begins: the environment and the words go to the command line. */
public final class Main {
    private Main() {}

    /** Runs a verb and exits with what it returns. */
    public static void main(String[] args) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        Console console =
                new Console(
                        System.getenv(),
                        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(Cli.run(console, args));
    }
}
