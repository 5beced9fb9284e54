package io.muster.app.cli;

import io.muster.app.Settings;
import io.muster.app.document.DocumentFile;
import io.muster.core.incident.IncidentId;
import io.muster.db.journal.ChainAudit;
import io.muster.db.journal.Hash;
import io.muster.db.journal.Journal;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code verify}: proves that the record is whole, or names the first entry that is not. */
@Command(
        name = "verify",
        description = "Check the hash chain of every incident's journal.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--document",
            paramLabel = "FILE",
            description = "check the record against an exported incident document")
    private @Nullable Path document;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return switch (Settings.read(console.environment())) {
            case Settings.Result.Wrong(List<String> problems) -> Problems.tell(console, problems);
            case Settings.Result.Ok(Settings settings) -> {
                if (document != null) {
                    yield verifyDocument(settings, document);
                }
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

    /** The file names an entry and its hash: is that still the entry which the journal holds? */
    private int verifyDocument(Settings settings, Path file) {
        Optional<DocumentFile.Seal> seal;
        try {
            seal = DocumentFile.sealOf(Files.readString(file));
        } catch (IOException e) {
            return console.refuse(file + " cannot be read: " + e.getMessage());
        }
        if (seal.isEmpty()) {
            return console.refuse(file + " does not say which record it was made from.");
        }
        IncidentId incident = seal.get().incident();
        int entry = seal.get().entry();
        Optional<Hash> held =
                Databases.open(
                        settings,
                        archive -> archive.transact(tx -> Journal.hash(tx, incident, entry)));
        boolean same = held.map(Hash::hex).filter(seal.get().hash()::equals).isPresent();
        console.say(
                same
                        ? "The same: entry "
                                + entry
                                + " of "
                                + incident
                                + " is the one that the document was made from. Run verify without"
                                + " --document to check the chain that leads there."
                        : held.isPresent()
                                ? "Changed: entry "
                                        + entry
                                        + " of "
                                        + incident
                                        + " is not the one that the document was made from."
                                : "Gone: " + incident + " has no entry " + entry + ".");
        return same ? Console.OK : Console.FAULTS;
    }
}
