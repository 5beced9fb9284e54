package io.muster.app.cli;

import io.muster.app.Settings;
import io.muster.core.incident.IncidentId;
import io.muster.db.journal.ChainAudit;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * {@code export}: the journal of an incident, entry by entry, exactly as it was hashed; or its
 * document, as people read it.
 */
@Command(
        name = "export",
        description = "Print the journal of one incident, one canonical entry a line.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "NUMBER",
            description = "the incident's number, for example 42 or INC-42; or plan: its own file")
    private String number = "";

    @Option(
            names = "--document",
            description = "print the incident's document (Markdown) instead of the entries")
    private boolean document;

    @Option(names = "--to", paramLabel = "FILE", description = "write it into this file")
    private @Nullable Path file;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String digits = number.replaceFirst("(?i)^inc-?", "");
        boolean plan = "plan".equalsIgnoreCase(number) && !document;
        if (!plan && !digits.matches("[1-9]\\d{0,11}")) {
            return console.refuse("\"" + number + "\" is not the number of an incident.");
        }
        return switch (Settings.read(console.environment())) {
            case Settings.Result.Wrong(List<String> problems) -> Problems.tell(console, problems);
            case Settings.Result.Ok(Settings settings) -> {
                IncidentId incident =
                        plan ? IncidentId.PROGRAM : new IncidentId(Long.parseLong(digits));
                List<String> lines =
                        Databases.open(
                                settings,
                                archive ->
                                        archive.snapshot(tx ->
                                                document
                                                        ? ReadDocument.of(tx, incident).stream()
                                                                .toList()
                                                        : ChainAudit.entries(
                                                                tx, incident.number())));
                yield lines.isEmpty()
                        ? console.refuse("There is no incident " + number + ".")
                        : give(lines);
            }
        };
    }

    private int give(List<String> lines) {
        if (file == null) {
            lines.forEach(console::say);
            return Console.OK;
        }
        try {
            Files.writeString(file, String.join("\n", lines) + (document ? "" : "\n"));
            return Console.OK;
        } catch (IOException e) {
            return console.refuse(file + " cannot be written: " + e.getMessage());
        }
    }
}
