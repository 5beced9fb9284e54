package io.muster.app.cli;

import io.muster.app.Settings;
import io.muster.db.journal.ChainAudit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.concurrent.Callable;

/** {@code export}: the journal of an incident, entry by entry, exactly as it was hashed. */
@Command(
        name = "export",
        description = "Print the journal of one incident, one canonical entry a line.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "NUMBER",
            description = "the incident's number, for example 42 or INC-42")
    private String number = "";

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String digits = number.replaceFirst("(?i)^inc-?", "");
        if (!digits.matches("[1-9]\\d{0,11}")) {
            return console.refuse("\"" + number + "\" is not the number of an incident.");
        }
        return switch (Settings.read(console.environment())) {
            case Settings.Result.Wrong(List<String> problems) -> Problems.tell(console, problems);
            case Settings.Result.Ok(Settings settings) -> {
                List<String> entries =
                        Databases.open(
                                settings,
                                archive ->
                                        archive.transact(tx ->
                                                ChainAudit.entries(tx, Long.parseLong(digits))));
                entries.forEach(console::say);
                yield entries.isEmpty()
                        ? console.refuse("There is no incident " + number + ".")
                        : Console.OK;
            }
        };
    }
}
