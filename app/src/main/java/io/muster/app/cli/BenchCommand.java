package io.muster.app.cli;

import io.muster.app.demo.Bench;
import io.muster.app.demo.Demo;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/** {@code bench}: how fast Muster answers on this machine. */
@Command(
        name = "bench",
        description =
                "Measure how fast Muster answers here, in a workspace of its own. Nothing is kept.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--incidents",
            description = "how many to declare (default: ${DEFAULT-VALUE})",
            defaultValue = "200")
    private int incidents;

    @Option(
            names = "--clients",
            description = "how many people type at once (default: ${DEFAULT-VALUE})",
            defaultValue = "8")
    private int clients;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (incidents < 1 || clients < 1) {
            return console.refuse("Say how many: --incidents and --clients are 1 or more.");
        }
        try (Demo demo = Demo.start("featuresignals", 0)) {
            new Bench(incidents, clients, "P2").run(demo).forEach(console::say);
        }
        return Console.OK;
    }
}
