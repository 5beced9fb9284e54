package io.muster.app.cli;

import io.muster.app.Muster;
import io.muster.app.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

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

    /** Waits for SIGTERM or Ctrl-C, and closes before the process ends. */
    static final class UntilStopped {
        private UntilStopped() {}

        static void wait(AutoCloseable... running) throws InterruptedException {
            CountDownLatch closed = new CountDownLatch(1);
            CountDownLatch asked = new CountDownLatch(1);
            Runtime.getRuntime()
                    .addShutdownHook(
                            Thread.ofPlatform()
                                    .name("stop")
                                    .unstarted(
                                            () -> {
                                                asked.countDown();
                                                closeAll(running);
                                                closed.countDown();
                                            }));
            asked.await();
            closed.await();
        }

        private static void closeAll(AutoCloseable... running) {
            for (AutoCloseable r : running) {
                try {
                    r.close();
                } catch (Exception e) {
                    System.err.println("Muster did not stop cleanly: " + e.getMessage());
                }
            }
        }
    }
}
