package io.muster.app.cli;

import io.muster.app.Settings;
import io.muster.db.time.DatabaseClock;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** {@code clock advance}: pushes a trial's time forward, for every node on its database. */
@Command(
        name = "clock",
        description = "The clock of a trial (MUSTER_CLOCK=adjustable).",
        mixinStandardHelpOptions = true)
final class ClockCommand implements Runnable {
    private final Console console;

    ClockCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        console.say("Say how far: muster clock advance PT60M");
    }

    /** Pushes time forward. */
    @Command(name = "advance", description = "Push Muster's time forward, through the database.")
    int advance(
            @Parameters(paramLabel = "DURATION", description = "ISO-8601, for example PT60M or P1D")
                    String duration) {
        Duration by;
        try {
            by = Duration.parse(duration);
        } catch (DateTimeParseException e) {
            return console.refuse(
                    "\""
                            + duration
                            + "\" is not an ISO-8601 duration: write PT60M for an hour, P1D for a day.");
        }
        return switch (Settings.read(console.environment())) {
            case Settings.Result.Wrong(List<String> problems) -> Problems.tell(console, problems);
            case Settings.Result.Ok(Settings settings) -> {
                Instant now =
                        Databases.open(settings, archive -> new DatabaseClock(archive).advance(by));
                console.say("It is now " + now + " for Muster.");
                yield Console.OK;
            }
        };
    }
}
