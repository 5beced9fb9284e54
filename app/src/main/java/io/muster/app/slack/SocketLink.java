package io.muster.app.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;

import io.muster.app.Secret;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Socket Mode: several connections, so that one can be renewed while the other listens, and many
 * deliveries at once on each. Keeps trying while Slack is down.
 */
public final class SocketLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SocketLink.class);
    private static final int CONNECTIONS = 2;
    private static final int AT_ONCE = 16;
    private static final Duration RETRY = Duration.ofSeconds(3);

    private final Secret token;
    private final App app;
    private final List<SocketModeApp> links = new CopyOnWriteArrayList<>();
    private final List<Thread> connecting = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean closing;

    /**
     * Starts connecting; returns at once.
     *
     * @param app asks Slack for the sockets' addresses through its own configuration
     */
    public SocketLink(Secret appToken, App app) {
        this.token = appToken;
        this.app = app;
        for (int i = 0; i < CONNECTIONS; i++) {
            connecting.add(Thread.ofVirtual().name("socket-" + i).start(this::connect));
        }
    }

    /** How many connections have been opened. */
    public int connections() {
        return open.get();
    }

    @Override
    public void close() {
        closing = true;
        connecting.forEach(Thread::interrupt);
        for (SocketModeApp link : links) {
            try {
                link.close();
            } catch (Exception e) {
                LOG.debug("closing a socket failed", e);
            }
        }
    }

    private void connect() {
        while (!closing) {
            try {
                SocketModeApp link =
                        new SocketModeApp(
                                token.reveal(),
                                SocketModeClient.Backend.JavaWebSocket,
                                SocketLink::notAcknowledged,
                                app,
                                AT_ONCE);
                links.add(link);
                link.startAsync();
                open.incrementAndGet();
                return;
            } catch (Exception e) {
                LOG.warn("Slack's socket does not open ({}); trying again", reason(e));
            }
            try {
                Thread.sleep(RETRY);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** What could not be written down is not acknowledged: Slack then tells an event once more. */
    private static @Nullable Response notAcknowledged(SocketModeApp.ErrorContext failed) {
        LOG.error("What Slack delivered could not be acted on", failed.getException());
        return null;
    }

    private static String reason(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse(e.getClass().getSimpleName());
    }
}
