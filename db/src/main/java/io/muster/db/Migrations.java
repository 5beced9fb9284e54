package io.muster.db;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.MigrateResult;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Brings the schema up to date. */
public final class Migrations {
    private static final String LOCATION = "classpath:io/muster/db/migration";

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** A user who finds everything made already needs no right to make anything. */
    private static final String RIGHTS =
            """
            select to_regclass('flyway_schema_history') is not null
                or has_schema_privilege(current_schema(), 'create')\
            """;

    private Migrations() {}

    /**
     * Applies what is missing; several nodes may do this at once.
     *
     * @return how many migrations were applied
     * @throws DatabaseProblem in words for whoever runs Muster
     */
    public static int apply(DatabaseAddress address) {
        try {
            refuseWithoutRights(address);
            MigrateResult result = flyway(address).migrate();
            return result.migrationsExecuted;
        } catch (FlywayValidateException e) {
            throw DatabaseProblem.of(
                    address,
                    "its schema was made by another build of Muster. Use that build, or begin with"
                            + " a new database.",
                    e);
        } catch (FlywayException | SQLException e) {
            throw DatabaseProblem.of(address, e);
        }
    }

    /** Flyway would try ten times, for nine seconds, before it believes it. */
    private static void refuseWithoutRights(DatabaseAddress address) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(address.url(), address.properties());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(RIGHTS)) {
            if (row.next() && !row.getBoolean(1)) {
                throw new SQLException(DatabaseProblem.NO_RIGHTS, INSUFFICIENT_PRIVILEGE);
            }
        }
    }

    private static Flyway flyway(DatabaseAddress address) {
        Optional<String> user = address.user();
        return Flyway.configure()
                .dataSource(address.url(), user.orElse(null), address.password().orElse(null))
                .locations(LOCATION)
                .connectRetries(0)
                .load();
    }
}
