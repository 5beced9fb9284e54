package io.muster.app.story;

import io.muster.db.DatabaseAddress;
import io.muster.db.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One real server for a test run; each story gets a database of its own, copied from a template.
 */
final class TestPostgres {
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestPostgres() {}

    /** A new, migrated database. */
    static DatabaseAddress database() {
        String name = "story_" + COUNT.incrementAndGet();
        execute("create database " + name + " template story_template");
        return address(name);
    }

    /** What a story leaves behind would take its time to be cleared away when the tests end. */
    static void drop(DatabaseAddress address) {
        String name = address.url().replaceAll("^.*/(story_\\d+)\\b.*$", "$1");
        execute("drop database if exists " + name + " with (force)");
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server =
                    EmbeddedPostgres.builder()
                            .setLocaleConfig("encoding", "UTF8")
                            .setLocaleConfig("locale", "C")
                            .setServerConfig("max_connections", "300")
                            .start();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database story_template");
            }
            Migrations.apply(DatabaseAddress.of(server.getJdbcUrl("postgres", "story_template")));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DatabaseAddress address(String name) {
        return DatabaseAddress.of(SERVER.getJdbcUrl("postgres", name));
    }

    private static synchronized void execute(String sql) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
