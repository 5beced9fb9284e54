package io.muster.app.alert;

import io.muster.app.desk.AlertDesk;
import io.muster.core.alert.Watch;
import io.muster.db.time.DatabaseClock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Asks a few addresses whether they still answer. Every node may want to when a turn has come; one
 * takes it. Redirects are an answer like any other and are never followed.
 */
public final class HealthWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);

    private final List<Watch> watches;
    private final DatabaseClock clock;
    private final AlertDesk desk;
    private final Map<String, Instant> last = new ConcurrentHashMap<>();
    private final Set<String> asking = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .executor(threads)
                    .build();

    /** Watches these, and tells this desk. */
    public HealthWatch(List<Watch> watches, DatabaseClock clock, AlertDesk desk) {
        this.watches = List.copyOf(watches);
        this.clock = clock;
        this.desk = desk;
    }

    /** One to ask with, by itself. */
    static HttpClient client() {
        return HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /** Asks every address whose turn has come; returns at once. */
    public void knock() {
        if (watches.isEmpty()) {
            return;
        }
        Instant now = clock.now();
        for (Watch watch : watches) {
            Instant slot = watch.slot(now);
            boolean isNew = slot.isAfter(last.getOrDefault(watch.name(), Instant.MIN));
            if (isNew && asking.add(watch.name())) {
                last.put(watch.name(), slot);
                threads.execute(() -> ask(watch, slot));
            }
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        threads.shutdownNow();
    }

    private void ask(Watch watch, Instant slot) {
        try {
            if (desk.claim(watch, slot)) {
                desk.checked(watch, answer(http, watch));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Muster is stopping
        } catch (RuntimeException e) {
            LOG.error("{} could not be watched; it is tried again next time", watch.name(), e);
        } finally {
            asking.remove(watch.name());
        }
    }

    /** What is wrong with the answer, in words; empty if nothing is. */
    static String answer(HttpClient http, Watch watch) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(watch.url()))
                            .timeout(watch.timeout())
                            .header("User-Agent", "Muster-health-check")
                            .GET()
                            .build();
            HttpResponse<InputStream> head =
                    http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            // The time limit ends with the headers; a body that never ends must not be waited for.
            head.body().close();
            return head.statusCode() == watch.expect()
                    ? ""
                    : "It answered with "
                            + head.statusCode()
                            + " instead of "
                            + watch.expect()
                            + ".";
        } catch (HttpTimeoutException e) {
            return "It did not answer within " + watch.timeout().toSeconds() + " s.";
        } catch (IOException e) {
            return "It could not be reached: " + e.getClass().getSimpleName() + ".";
        } catch (IllegalArgumentException e) {
            return "Its address cannot be asked.";
        }
    }
}
