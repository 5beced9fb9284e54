package io.muster.app.checkup;

import io.muster.core.Spoken;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A look at one thing. Whatever happens in it, and however long it takes, becomes a line: one that
 * fails does not keep the others from being looked at.
 *
 * @param about what is looked at, in a word or two
 * @param limit how long it may take
 */
public record Probe(String about, Duration limit, Callable<List<Finding>> look) {
    /** Most things answer at once or not at all. */
    public static final Duration USUAL = Duration.ofSeconds(10);

    /** A look with the usual limit. */
    public static Probe of(String about, Callable<List<Finding>> look) {
        return new Probe(about, USUAL, look);
    }

    /** All at the same time; what was found stands in the order of the probes. */
    public static List<Finding> run(List<Probe> probes) {
        List<Running> running = probes.stream().map(Probe::start).toList();
        return running.stream().flatMap(r -> r.found().stream()).toList();
    }

    private Running start() {
        FutureTask<List<Finding>> task = new FutureTask<>(look);
        long end = System.nanoTime() + limit.toNanos();
        Thread.ofPlatform().daemon().name("doctor: " + about).start(task);
        return new Running(this, task, end);
    }

    private record Running(Probe probe, FutureTask<List<Finding>> task, long end) {
        List<Finding> found() {
            try {
                return task.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                task.cancel(true);
                return List.of(
                        Finding.toDo(
                                probe.about,
                                "no answer within "
                                        + Spoken.length(probe.limit)
                                        + "; see whether it is up and can be reached from here"));
            } catch (ExecutionException e) {
                return List.of(Finding.toDo(probe.about, inWords(e)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return List.of(Finding.toDo(probe.about, "not looked at: doctor was stopped"));
            }
        }

        private static String inWords(ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String words = cause.getMessage();
            String first = words == null ? "" : words.lines().findFirst().orElse("");
            return first.isBlank() ? "failed with " + cause.getClass().getSimpleName() : first;
        }
    }
}
