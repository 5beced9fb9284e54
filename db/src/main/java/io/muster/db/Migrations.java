package io.muster.db;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

import java.util.Optional;

/** Brings the schema up to date. */
public final class Migrations {
    private static final String LOCATION = "classpath:io/muster/db/migration";

    private Migrations() {}

    /**
     * Applies what is missing; several nodes may do this at once.
     *
     * @return how many migrations were applied
     * @throws DatabaseProblem in words for whoever runs Muster
     */
    public static int apply(DatabaseAddress address) {
        try {
            MigrateResult result = flyway(address).migrate();
            return result.migrationsExecuted;
        } catch (FlywayException e) {
            throw DatabaseProblem.of(address, e);
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
