package io.muster.db.server;

import io.muster.db.DatabaseAddress;
import io.muster.db.DatabaseProblem;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * A PostgreSQL that Muster starts for itself in a folder. Data is kept with fsync on. If an earlier
 * Muster was killed, its server may still run as an orphan: then it is taken over.
 */
public final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration START_WAIT = Duration.ofSeconds(60);

    private final DatabaseAddress address;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final @Nullable EmbeddedPostgres started;
    private final @Nullable ProcessHandle takenOver;

    private EmbeddedServer(
            DatabaseAddress address,
            FileChannel lockFile,
            FileLock lock,
            @Nullable EmbeddedPostgres started,
            @Nullable ProcessHandle takenOver) {
        this.address = address;
        this.lockFile = lockFile;
        this.lock = lock;
        this.started = started;
        this.takenOver = takenOver;
    }

    /**
     * Starts the server of this folder, or takes over the one that a killed Muster left behind.
     *
     * @throws DatabaseProblem if another Muster uses the folder, or the server does not start
     */
    public static EmbeddedServer start(Path home) {
        Path data = home.resolve("postgres");
        try {
            Files.createDirectories(home);
            FileChannel lockFile =
                    FileChannel.open(
                            home.resolve("muster.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = lockOrRefuse(lockFile, home);
            return open(data, lockFile, lock);
        } catch (IOException e) {
            throw new DatabaseProblem(
                    "The embedded database in " + home + " does not start: " + firstLine(e), e);
        }
    }

    /**
     * The address of the server that another process runs in this folder right now; empty if none
     * does. Nothing is started and nothing is owned.
     */
    public static Optional<DatabaseAddress> running(Path home) {
        Path data = home.resolve("postgres");
        return Postmaster.read(data)
                .filter(postmaster -> postmaster.serves(data))
                .map(postmaster -> address(postmaster.port()));
    }

    /** Where the server listens; on loopback only. */
    public DatabaseAddress address() {
        return address;
    }

    /** Stops the server, cleanly. */
    @Override
    public void close() {
        try {
            if (started != null) {
                started.close();
            }
            if (takenOver != null) {
                Postmaster.stop(takenOver);
            }
            lock.release();
            lockFile.close();
        } catch (IOException e) {
            LOG.warn(
                    "The embedded database did not stop cleanly; it recovers at the next start", e);
        }
    }

    private static EmbeddedServer open(Path data, FileChannel lockFile, FileLock lock)
            throws IOException {
        Optional<Postmaster> orphan = Postmaster.read(data).filter(Postmaster::isAlive);
        if (orphan.isPresent() && orphan.get().serves(data)) {
            LOG.info("Taking over the embedded database that an earlier run left behind");
            return new EmbeddedServer(
                    address(orphan.get().port()), lockFile, lock, null, orphan.get().process());
        }
        orphan.ifPresent(postmaster -> Postmaster.stop(postmaster.process()));
        EmbeddedPostgres server =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setLocaleConfig("encoding", "UTF8")
                        .setLocaleConfig("locale", "C")
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "100")
                        .setServerConfig("timezone", "UTC")
                        .setPGStartupWait(START_WAIT)
                        .setRegisterShutdownHook(false)
                        .start();
        if (!Postmaster.serves(server.getPort(), data)) {
            server.close();
            throw new IOException("another PostgreSQL answers on its port; try again");
        }
        return new EmbeddedServer(address(server.getPort()), lockFile, lock, server, null);
    }

    private static FileLock lockOrRefuse(FileChannel file, Path home) throws IOException {
        try {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("the same process holds the folder already", e);
        }
        file.close();
        throw new DatabaseProblem(
                "Another Muster is using "
                        + home
                        + ". Stop it first, choose another folder with MUSTER_HOME, or give both the"
                        + " same PostgreSQL with MUSTER_DATABASE_URL.");
    }

    private static DatabaseAddress address(int port) {
        return DatabaseAddress.of(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres");
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown reason");
    }
}
