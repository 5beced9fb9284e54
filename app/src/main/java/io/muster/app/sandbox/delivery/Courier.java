package io.muster.app.sandbox.delivery;

import io.muster.app.sandbox.state.Team;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Brings one thing to the app and waits for its answer, three seconds by the workspace's clock.
 * Never holds the workspace's lock: the app calls back while it is waited for.
 */
public final class Courier implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofMillis(20);

    /** A delivery that was made, for tests to look at. */
    public record Made(Outbound outbound, Outcome outcome, Instant sentAt) {}

    private final Team team;
    private final DeliveryFaults faults;
    private final Transport socket;
    private final Duration patience;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(3))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final Queue<Made> made = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile Transport transport;

    /** {@code patience} bounds the wait in real time, should the workspace's clock stand still. */
    public Courier(Team team, DeliveryFaults faults, SocketModeServer socket, Duration patience) {
        this.team = team;
        this.faults = faults;
        this.socket = socket;
        this.transport = socket;
        this.patience = patience;
    }

    /** From now on over HTTP, and no longer over the socket: one excludes the other. */
    public void deliverTo(URI requestUrl) {
        transport = new HttpTransport(team, http, requestUrl, faults::clockSkew);
    }

    public void deliverOverSocket() {
        transport = socket;
    }

    public List<Made> made() {
        return List.copyOf(made);
    }

    public boolean idle() {
        return underWay.get() == 0;
    }

    public Outcome deliver(Outbound outbound) {
        return deliver(outbound, team.now());
    }

    Outcome deliver(Outbound outbound, Instant sentAt) {
        underWay.incrementAndGet();
        try {
            Outcome outcome = await(sent(outbound), sentAt);
            made.add(new Made(outbound, outcome, sentAt));
            return outcome;
        } finally {
            underWay.decrementAndGet();
        }
    }

    private CompletableFuture<Outcome> sent(Outbound outbound) {
        if (outbound.isInteraction() && !team.manifest().interactive()) {
            return CompletableFuture.completedFuture(
                    new Outcome.Unreachable("the manifest switches interactivity off"));
        }
        pause(faults.delay());
        if (faults.losesThis()) {
            return new CompletableFuture<>();
        }
        CompletableFuture<Outcome> first = transport.send(outbound);
        for (int copy = 1; copy < faults.copies(); copy++) {
            var unused = transport.send(outbound);
        }
        return first;
    }

    private Outcome await(CompletableFuture<Outcome> answer, Instant sentAt) {
        long giveUp = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return answer.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                boolean late = !team.now().isBefore(sentAt.plus(DEADLINE));
                if (late || System.nanoTime() > giveUp) {
                    answer.cancel(true);
                    return new Outcome.TimedOut();
                }
            } catch (ExecutionException e) {
                return new Outcome.Unreachable(String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Outcome.Unreachable("the sandbox is closing");
            }
        }
    }

    private static void pause(Duration by) {
        if (by.isZero()) {
            return;
        }
        try {
            Thread.sleep(by);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
