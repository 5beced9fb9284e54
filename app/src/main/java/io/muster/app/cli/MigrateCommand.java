package io.muster.app.cli;

import io.muster.app.Settings;
import io.muster.db.Migrations;

import picocli.CommandLine.Command;

import java.util.List;
import java.util.concurrent.Callable;

/** {@code migrate}: brings the schema up to date, with whatever user the address names. */
@Command(
        name = "migrate",
        description = "Bring the database's schema up to date. Serving does this too.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
    private final Console console;

    MigrateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return switch (Settings.read(console.environment())) {
            case Settings.Result.Wrong(List<String> problems) -> Problems.tell(console, problems);
            case Settings.Result.Ok(Settings settings) -> {
                int applied = Databases.use(settings, Migrations::apply);
                console.say(
                        applied == 0
                                ? "The schema was up to date."
                                : "Applied " + applied + " migrations; the schema is up to date.");
                yield Console.OK;
            }
        };
    }
}
