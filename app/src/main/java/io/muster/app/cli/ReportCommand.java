package io.muster.app.cli;

import io.muster.app.Settings;
import io.muster.app.StartProblem;
import io.muster.app.policy.PolicyFiles;
import io.muster.app.report.ReportForm;
import io.muster.app.report.ReportSource;
import io.muster.core.Phrase;
import io.muster.core.policy.Policy;
import io.muster.core.report.ControlReport;
import io.muster.core.report.Period;
import io.muster.core.report.Seal;
import io.muster.db.Archive;
import io.muster.db.Tx;
import io.muster.db.outbox.SlackMemory;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * {@code report}: what of the record proves each control, for a period. Whoever can run this can
 * read the database, so private incidents are told with their titles.
 */
@Command(
        name = "report",
        description = "Print the control report of a period: evidence and exceptions per control.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "FROM", description = "the first day: 2026-01-01")
    private String from = "";

    @Parameters(index = "1", paramLabel = "TO", description = "the last day: 2026-03-31")
    private String until = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "markdown (the usual), html, csv or json")
    private @Nullable ReportForm form;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "write it into this folder; without --format in every form")
    private @Nullable Path folder;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<Period> period = Period.parse(from, until);
        if (period.isEmpty()) {
            return console.refuse(
                    "The period is two days, the earlier one first: report 2026-01-01 2026-03-31");
        }
        return switch (Settings.read(console.environment())) {
            case Settings.Result.Wrong(List<String> problems) -> Problems.tell(console, problems);
            case Settings.Result.Ok(Settings settings) -> {
                Policy policy = policy(settings);
                Map<String, String> files =
                        Databases.open(
                                settings,
                                (Archive archive) ->
                                        archive.snapshot(tx -> files(tx, policy, period.get())));
                yield give(files);
            }
        };
    }

    private static Policy policy(Settings settings) {
        return PolicyFiles.load(settings.policy())
                .reading()
                .ifSound()
                .orElseThrow(() ->
                        new StartProblem(
                                "The policy "
                                        + settings.policy()
                                        + " cannot be used; `policy check` says why."));
    }

    private Map<String, String> files(Tx tx, Policy policy, Period period) {
        ControlReport report =
                new ReportSource(
                                tx,
                                policy,
                                version -> ReadDocument.policy(tx, version),
                                incident -> true)
                        .controls(period, operator());
        SlackMemory memory = new SlackMemory();
        Map<String, String> files = new LinkedHashMap<>();
        for (ReportForm wanted : wanted()) {
            files.put(
                    wanted.fileName(report),
                    wanted.of(report, person -> memory.name(tx, person).orElse(person.value())));
        }
        return files;
    }

    /** Nobody signs in here: the operating system says who it is. */
    private static Phrase operator() {
        return Phrase.of("the command line, user ")
                .code(System.getProperty("user.name", "unknown"));
    }

    private List<ReportForm> wanted() {
        if (form != null) {
            return List.of(form);
        }
        return folder == null ? List.of(ReportForm.MARKDOWN) : List.of(ReportForm.values());
    }

    /** The hash of a printed report goes beside it, so that the output is the report alone. */
    private int give(Map<String, String> files) {
        for (Map.Entry<String, String> file : files.entrySet()) {
            String seal = "SHA-256 " + Seal.of(file.getValue()) + "  ";
            if (folder == null) {
                console.out().print(file.getValue());
                console.out().flush();
                console.err().println(seal + file.getKey());
                console.err().flush();
                continue;
            }
            try {
                Files.createDirectories(folder);
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            } catch (IOException e) {
                return console.refuse(folder + " cannot be written: " + e.getMessage());
            }
            console.say(seal + folder.resolve(file.getKey()));
        }
        return Console.OK;
    }
}
