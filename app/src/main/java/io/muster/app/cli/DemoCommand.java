package io.muster.app.cli;

import io.muster.app.demo.Demo;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/** {@code demo}: a workspace in the browser, and Muster in it. */
@Command(
        name = "demo",
        description = "Try Muster in a workspace of its own, in the browser. Nothing is kept.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--port", description = "port of the page (default: any free one)")
    private int port;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        String policy = console.environment().getOrDefault("MUSTER_POLICY", "featuresignals");
        Demo demo = Demo.start(policy.isBlank() ? "featuresignals" : policy, port);
        console.say("\n  Open " + demo.page() + " in a browser. Stop with Ctrl-C.\n");
        console.say(
                "  To see an alert come in, press \"Fire an alert\" there, or type:\n\n  "
                        + demo.alertCommand()
                        + "\n");
        UntilStopped.wait(demo);
        return Console.OK;
    }
}
