package io.muster.app.cli;

import io.muster.app.StartProblem;
import io.muster.db.DatabaseProblem;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.PrintWriter;

/** The verbs of the command line. */
@Command(
        name = "muster",
        description = "A Slack-first incident-response bot whose record satisfies an auditor.",
        synopsisSubcommandLabel = "VERB",
        mixinStandardHelpOptions = true,
        versionProvider = Cli.Version.class)
public final class Cli {
    private Cli() {}

    /** Runs a verb; returns what the process should exit with. */
    public static int run(Console console, String... args) {
        CommandLine line = new CommandLine(new Cli());
        line.addSubcommand("serve", new ServeCommand(console));
        line.addSubcommand("demo", new DemoCommand(console));
        line.addSubcommand("policy", new PolicyCommand(console));
        line.addSubcommand("migrate", new MigrateCommand(console));
        line.addSubcommand("verify", new VerifyCommand(console));
        line.addSubcommand("export", new ExportCommand(console));
        line.addSubcommand("report", new ReportCommand(console));
        line.addSubcommand("status", new StatusCommand(console));
        line.addSubcommand("doctor", new DoctorCommand(console));
        line.addSubcommand("oncall", new OnCallCommand(console));
        line.addSubcommand("clock", new ClockCommand(console));
        line.addSubcommand("bench", new BenchCommand(console));
        line.setOut(console.out());
        line.setErr(console.err());
        line.setExecutionExceptionHandler((e, command, parsed) -> explain(console, e));
        if (args.length == 0) {
            line.usage(console.out());
            return Console.USAGE;
        }
        return line.execute(args);
    }

    private static int explain(Console console, Exception e) {
        if (e instanceof StartProblem || e instanceof DatabaseProblem) {
            return console.refuse(String.valueOf(e.getMessage()));
        }
        console.err().println("Muster failed: " + e);
        e.printStackTrace(new PrintWriter(console.err(), true));
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Tells the version that was built. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Cli.class.getPackage().getImplementationVersion();
            return new String[] {"Muster " + (version == null ? "(from source)" : version)};
        }
    }
}
