package io.muster.app.cli;

import io.muster.app.policy.PolicyFile;
import io.muster.app.policy.PolicyFiles;
import io.muster.app.policy.PolicyReport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code policy check} and {@code policy show}. */
@Command(
        name = "policy",
        description = "Check a policy file, or show what a policy promises.",
        mixinStandardHelpOptions = true)
final class PolicyCommand implements Runnable {
    private final Console console;

    PolicyCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        console.say("Say which: muster policy check FILE, or muster policy show NAME-OR-FILE");
    }

    /** Names every problem of a policy file. */
    @Command(
            name = "check",
            description = "Name every problem of a policy file, with its line and remedy.")
    int check(
            @Parameters(paramLabel = "FILE", description = "a file, or a built-in name")
                    String file) {
        PolicyFile policy = PolicyFiles.load(file);
        console.say(PolicyReport.problems(policy.source(), policy.reading()));
        return policy.reading().ifSound().isPresent() ? Console.OK : Console.FAULTS;
    }

    /** Shows what a policy promises. */
    @Command(name = "show", description = "Show severities, phases, clocks and who is told.")
    int show(
            @Parameters(paramLabel = "NAME", description = "a built-in name, or a file")
                    String name) {
        PolicyFile policy = PolicyFiles.load(name);
        return policy.reading()
                .ifSound()
                .map(sound -> {
                    console.say(PolicyReport.summary(sound));
                    return Console.OK;
                })
                .orElseGet(() -> check(name));
    }
}
