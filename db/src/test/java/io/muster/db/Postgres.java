package io.muster.db;

import io.muster.db.policy.PolicyTable;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One real server for a test run; whoever asks gets a database of its own, copied from a template
 * that was migrated once.
 */
public final class Postgres {
    private static final String TEMPLATE = "migrated";
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Postgres() {}

    /** A new database, migrated, with a policy to declare incidents under. */
    public static TestDatabase database() {
        return create(" template " + TEMPLATE);
    }

    /** A new database with nothing in it. */
    public static TestDatabase empty() {
        return create("");
    }

    /** The address of a database, as the superuser. */
    static DatabaseAddress address(String database) {
        return DatabaseAddress.of(SERVER.getJdbcUrl("postgres", database));
    }

    static int port() {
        return SERVER.getPort();
    }

    /** Runs SQL as the superuser, outside any of the databases under test. */
    static void execute(String sql) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks for a password whenever this user connects. */
    static void askForPassword(String user) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet file = statement.executeQuery("show hba_file")) {
            file.next();
            Path hba = Path.of(file.getString(1));
            String rules = Files.readString(hba);
            Files.writeString(hba, "host all " + user + " all scram-sha-256\n" + rules);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized TestDatabase create(String how) {
        String name = "test_" + COUNT.incrementAndGet();
        execute("create database " + name + how);
        return new TestDatabase(name);
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server =
                    EmbeddedPostgres.builder()
                            .setLocaleConfig("encoding", "UTF8")
                            .setLocaleConfig("locale", "C")
                            .setServerConfig("max_connections", "300")
                            .setServerConfig("wal_level", "minimal")
                            .setServerConfig("max_wal_senders", "0")
                            .setServerConfig("full_page_writes", "off")
                            .start();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + TEMPLATE);
            }
            DatabaseAddress template = DatabaseAddress.of(server.getJdbcUrl("postgres", TEMPLATE));
            Migrations.apply(template);
            try (Archive archive = Archive.open(template, 1)) {
                archive.run(tx -> new PolicyTable().keep(tx, TestPolicy.VERSION, TestPolicy.TEXT));
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
