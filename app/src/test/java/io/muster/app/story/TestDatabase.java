package io.muster.app.story;

import io.muster.db.DatabaseAddress;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks into a story's database from outside. */
final class TestDatabase {
    private TestDatabase() {}

    static long waiting(DatabaseAddress address) {
        return number(
                address,
                "select count(*) from outbox where state in ('pending', 'sending', 'unknown')");
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
