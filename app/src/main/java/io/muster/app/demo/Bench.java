package io.muster.app.demo;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Person;
import io.muster.app.sandbox.Reply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * How fast Muster answers on this machine: signed commands over HTTP, each committed with fsync
 * before it is answered. What the sandbox itself costs is inside the figures.
 */
public final class Bench {
    private static final int NOTES_EACH = 5;

    private final int incidents;
    private final int clients;
    private final String severity;

    /**
     * @param incidents how many are declared
     * @param clients how many people type at the same time
     * @param severity of all of them
     */
    public Bench(int incidents, int clients, String severity) {
        this.incidents = incidents;
        this.clients = clients;
        this.severity = severity;
    }

    /** Runs in this demo and reports, line by line. */
    public List<String> run(Demo demo) throws InterruptedException {
        Person person = demo.sandbox().workspace().people().getFirst();
        Channel where = demo.sandbox().workspace().channel("general");
        measure(person, where, commands(clients, "declare " + severity + " Warming up %d"));
        List<String> report = new ArrayList<>();
        report.add(
                line(
                        "declare",
                        measure(
                                person,
                                where,
                                commands(incidents, "declare " + severity + " Bench %d"))));
        report.add(
                line(
                        "note",
                        measure(
                                person,
                                where,
                                IntStream.rangeClosed(1, incidents * NOTES_EACH)
                                        .mapToObj(n -> "note INC-" + (n % incidents + 1) + " n" + n)
                                        .toList())));
        report.add(
                "heap in use: " + used() / (1024 * 1024) + " MB, sandbox and test people included");
        return report;
    }

    private static List<String> commands(int count, String pattern) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> String.format(Locale.ROOT, pattern, n))
                .toList();
    }

    private Measured measure(Person person, Channel where, List<String> commands)
            throws InterruptedException {
        long began = System.nanoTime();
        List<Long> took = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(clients)) {
            List<Callable<Long>> acts =
                    commands.stream()
                            .<Callable<Long>>map(c -> () -> once(person, where, c))
                            .toList();
            for (Future<Long> act : people.invokeAll(acts)) {
                took.add(act.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A command was not answered", e);
        }
        return new Measured(
                took.stream().sorted().toList(), Duration.ofNanos(System.nanoTime() - began));
    }

    private static long once(Person person, Channel where, String command) {
        long began = System.nanoTime();
        Reply reply = person.types(where, "/incident " + command);
        if (!reply.ok()) {
            throw new IllegalStateException(command + " was answered with " + reply.error());
        }
        return System.nanoTime() - began;
    }

    private static String line(String verb, Measured measured) {
        return String.format(
                Locale.ROOT,
                "%-8s %5d acts  %7.1f per s   p50 %6.1f ms   p95 %6.1f ms   p99 %6.1f ms   worst %6.1f ms",
                verb,
                measured.took().size(),
                measured.took().size() / (measured.whole().toNanos() / 1e9),
                measured.share(50),
                measured.share(95),
                measured.share(99),
                measured.share(100));
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /**
     * @param took nanoseconds of each act, shortest first
     */
    private record Measured(List<Long> took, Duration whole) {
        private Measured {
            took = List.copyOf(took);
        }

        double share(int percent) {
            int place = (int) Math.ceil(took.size() * percent / 100.0) - 1;
            return took.get(Math.max(0, place)) / 1e6;
        }
    }
}
