package io.muster.db.outbox;

import io.muster.db.DatabaseAddress;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
    private static final Duration ASK = Duration.ofSeconds(5);

    private final int node = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    private final DatabaseAddress address;
    private final Runnable wake;
    private final Duration ask;
    private final Thread listener;
    private long asked = System.nanoTime();
    private volatile boolean closing;
    private volatile @Nullable Connection session;

    /**
     * Makes this node known, at once if the database lets it in. Until it is known, and whenever
     * its session is lost, it claims nothing.
     *
     * @param wake called when another node put something on the outbox
     */
    public NodePresence(DatabaseAddress address, Runnable wake) {
        this(address, wake, ASK);
    }

    /**
     * The same with another patience.
     *
     * @param ask how often the session has to answer, and within what time
     */
    NodePresence(DatabaseAddress address, Runnable wake, Duration ask) {
        this.address = address;
        this.wake = wake;
        this.ask = ask;
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
                reconnect();
            } else if (!listened(current) && !closing) {
                LOG.warn("The session that shows this node alive was lost; opening another one");
                closeQuietly(current);
                session = null;
            }
        }
        closeQuietly(session);
    }

    private void reconnect() {
        session = connect();
        if (session == null) {
            LockSupport.parkNanos(RETRY.toNanos());
        } else {
            wake.run(); // what was put on the outbox meanwhile was told to nobody
        }
    }

    /** Listens for a while; false if the session is lost, or nothing comes back through it. */
    private boolean listened(Connection current) {
        try {
            var news = current.unwrap(PGConnection.class).getNotifications((int) LISTEN.toMillis());
            if (news != null && news.length > 0) {
                wake.run();
            }
            return answers(current);
        } catch (SQLException e) {
            LOG.debug("listening failed", e);
            return false;
        }
    }

    /** A dead network says nothing by itself: now and then the session has to answer. */
    private boolean answers(Connection current) throws SQLException {
        if (System.nanoTime() - asked < ask.toNanos()) {
            return true;
        }
        asked = System.nanoTime();
        return current.isValid((int) ask.toSeconds());
    }

    /**
     * A session that holds the lock; null if there is none to be had, be it that the database does
     * not answer or that an earlier session of ours has not been given up by it yet.
     */
    private @Nullable Connection connect() {
        Connection connection = null;
        try {
            Properties properties = address.properties();
            properties.setProperty("ApplicationName", "muster-node");
            connection = DriverManager.getConnection(address.url(), properties);
            if (lock(connection)) {
                return connection;
            }
        } catch (SQLException e) {
            LOG.warn("This node cannot show itself alive in the database: {}", e.getMessage());
        }
        closeQuietly(connection);
        return null;
    }

    private boolean lock(Connection connection) throws SQLException {
        try (PreparedStatement lock =
                        connection.prepareStatement("select pg_try_advisory_lock(?, ?)");
                Statement listen = connection.createStatement()) {
            lock.setInt(1, NAMESPACE);
            lock.setInt(2, node);
            listen.execute("listen muster_outbox");
            try (ResultSet answer = lock.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
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
