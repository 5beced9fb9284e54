package io.muster.app.cli;

import io.muster.app.Settings;
import io.muster.db.journal.ChainAudit;

import picocli.CommandLine.Command;

import java.util.List;
import java.util.concurrent.Callable;

/** {@code verify}: proves that the record is whole, or names the first entry that is not. */
@Command(
        name = "verify",
        description = "Check the hash chain of every incident's journal.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private final Console console;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return switch (Settings.read(console.environment())) {
            case Settings.Result.Wrong(List<String> problems) -> Problems.tell(console, problems);
            case Settings.Result.Ok(Settings settings) -> {
                ChainAudit.Report report = Databases.open(settings, ChainAudit::check);
                report.broken().forEach(console::say);
                console.say(
                        report.broken().isEmpty()
                                ? "Intact: "
                                        + report.incidents()
                                        + " incidents, "
                                        + report.entries()
                                        + " entries, every hash and every link checked."
                                : report.broken().size()
                                        + " faults in "
                                        + report.entries()
                                        + " entries.");
                yield report.broken().isEmpty() ? Console.OK : Console.FAULTS;
            }
        };
    }
}
