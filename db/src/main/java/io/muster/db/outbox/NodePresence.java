package io.muster.db.outbox;

import io.muster.db.DatabaseAddress;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * This node's sign of life: a session of its own that holds an advisory lock. When the process
 * dies, however it dies, the lock is gone at once, and other nodes know that what it was sending is
 * in doubt. The same session listens for new work.
 */
public final class NodePresence implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodePresence.class);

    /** The first half of the lock's name, common to all nodes: "MUST" as a number. */
    private static final int NAMESPACE = 1_297_437_524;

    private static final Duration LISTEN = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final int node = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    private final DatabaseAddress address;
    private final Runnable wake;
    private final Thread listener;
    private volatile boolean closing;
    private volatile @Nullable Connection session;

    /**
     * Makes this node known; returns when it is.
     *
     * @param wake called when another node put something on the outbox
     */
    public NodePresence(DatabaseAddress address, Runnable wake) {
        this.address = address;
        this.wake = wake;
        this.session = connect();
        this.listener = Thread.ofPlatform().daemon().name("node-presence").start(this::listen);
    }

    /** The number under which this node claims work. */
    public int node() {
        return node;
    }

    @Override
    public void close() {
        closing = true;
        listener.interrupt();
        closeQuietly(session);
    }

    private void listen() {
        while (!closing) {
            Connection current = session;
            if (current == null) {
                session = connect();
                LockSupport.parkNanos(session == null ? RETRY.toNanos() : 0);
                continue;
            }
            try {
                var news =
                        current.unwrap(PGConnection.class)
                                .getNotifications((int) LISTEN.toMillis());
                if (news != null && news.length > 0) {
                    wake.run();
                }
            } catch (SQLException e) {
                if (!closing) {
                    LOG.warn(
                            "The session that shows this node alive was lost; opening another one");
                }
                closeQuietly(current);
                session = null;
            }
        }
    }

    private @Nullable Connection connect() {
        try {
            Connection connection = DriverManager.getConnection(address.url(), properties());
            try (PreparedStatement lock =
                            connection.prepareStatement("select pg_advisory_lock(?, ?)");
                    Statement listen = connection.createStatement()) {
                lock.setInt(1, NAMESPACE);
                lock.setInt(2, node);
                lock.execute();
                listen.execute("listen muster_outbox");
            }
            return connection;
        } catch (SQLException e) {
            LOG.warn("This node cannot show itself alive in the database: {}", e.getMessage());
            return null;
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        address.user().ifPresent(user -> properties.setProperty("user", user));
        address.password().ifPresent(password -> properties.setProperty("password", password));
        properties.setProperty("ApplicationName", "muster-node");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "5");
        return properties;
    }

    private static void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("closing the session failed", e);
        }
    }
}
