package io.muster.app.cli;

import io.muster.app.Muster;
import io.muster.app.Settings;

import picocli.CommandLine.Command;

import java.util.List;
import java.util.concurrent.Callable;

/** {@code serve}: works until it is told to stop. */
@Command(name = "serve", description = "Serve a Slack workspace.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private final Console console;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        return switch (Settings.readForSlack(console.environment())) {
            case Settings.Result.Wrong(List<String> problems) -> Problems.tell(console, problems);
            case Settings.Result.Ok(Settings settings) -> {
                Muster muster = Muster.start(settings);
                UntilStopped.wait(muster);
                yield Console.OK;
            }
        };
    }
}
