package io.muster.app.story;

import io.muster.app.gallery.Catch;
import io.muster.app.sandbox.json.Json;
import io.muster.db.DatabaseAddress;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Looks into a story's database from outside. */
final class TestDatabase {
    private TestDatabase() {}

    static long waiting(DatabaseAddress address) {
        return number(
                address,
                "select count(*) from outbox where state in ('pending', 'sending', 'unknown')");
    }

    /** Muster's time does not move from here on unless it is pushed. */
    static void standStill(DatabaseAddress address, Instant now) {
        run(
                address,
                "create or replace function muster_now() returns timestamptz language sql volatile as $$"
                        + " select timestamptz '"
                        + now
                        + "' + coalesce((select ahead_ms from install), 0)"
                        + " * interval '1 millisecond' $$");
    }

    /** What the outbox has posted. */
    static List<Catch.Sent> sent(DatabaseAddress address) {
        try (Connection connection = DriverManager.getConnection(address.url());
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select id, incident, body, channel, ts from outbox"
                                        + " where channel is not null order by id")) {
            List<Catch.Sent> sent = new ArrayList<>();
            while (row.next()) {
                sent.add(
                        new Catch.Sent(
                                row.getString(1),
                                row.getLong(2) == 0,
                                Json.of(row.getString(3)),
                                row.getString(4),
                                row.getString(5)));
            }
            return sent;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void run(DatabaseAddress address, String sql) {
        try (Connection connection = DriverManager.getConnection(address.url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many promises wait for the clock to knock, though their time has come. */
    static long due(DatabaseAddress address) {
        return number(address, "select count(*) from obligation where next_at <= muster_now()");
    }

    static String word(DatabaseAddress address, String sql) {
        try (Connection connection = DriverManager.getConnection(address.url());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(DatabaseAddress address, String sql) {
        try (Connection connection = DriverManager.getConnection(address.url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static long number(DatabaseAddress address, String sql) {
        try (Connection connection = DriverManager.getConnection(address.url());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
