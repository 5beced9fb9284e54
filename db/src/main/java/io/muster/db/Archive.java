package io.muster.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The database, as transactions. Everything that is remembered goes through here. */
public final class Archive implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
    private static final Settings SETTINGS =
            new Settings().withRenderSchema(false).withFetchWarnings(false);

    /** Works under the lesser role where there is one that this user can become. */
    private static final String STEP_DOWN =
            """
            do $$ begin
                if pg_has_role(current_user, to_regrole('muster_app'),
                               case when current_setting('server_version_num')::integer >= 160000
                                    then 'set' else 'member' end) then
                    set role muster_app;
                end if;
            end $$\
            """;

    private final HikariDataSource pool;

    private Archive(HikariDataSource pool) {
        this.pool = pool;
    }

    /**
     * Opens a pool on a database that has been migrated.
     *
     * @param connections how many connections at most
     */
    public static Archive open(DatabaseAddress address, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("muster");
        config.setJdbcUrl(address.url());
        address.user().ifPresent(config::setUsername);
        address.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(2, connections));
        config.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        config.setInitializationFailTimeout(Duration.ofSeconds(5).toMillis());
        config.setKeepaliveTime(Duration.ofSeconds(60).toMillis());
        config.setConnectionInitSql(STEP_DOWN);
        // pgjdbc waits for ever by default: one dead connection would hold its borrower for days.
        config.addDataSourceProperty("socketTimeout", "20");
        config.addDataSourceProperty("connectTimeout", "5");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", "muster");
        try {
            return new Archive(new HikariDataSource(config));
        } catch (HikariPool.PoolInitializationException e) {
            throw DatabaseProblem.of(address, e);
        }
    }

    /**
     * Runs work in one transaction: all of it is remembered, or none.
     *
     * @return what the work returns, after the commit
     */
    public <T> T transact(Function<Tx, T> work) {
        return transact(DSL.using(pool, SQLDialect.POSTGRES, SETTINGS), work);
    }

    /** Runs work in one transaction, for its effect alone. */
    public void run(Consumer<Tx> work) {
        transact(tx -> {
            work.accept(tx);
            return true;
        });
    }

    /**
     * Runs reading work that sees one instant of the database from its first query to its last,
     * whatever others commit meanwhile.
     */
    public <T> T snapshot(Function<Tx, T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return transact(DSL.using(connection, SQLDialect.POSTGRES, SETTINGS), work);
        } catch (SQLException e) {
            throw new DataAccessException("the database gives no connection", e);
        }
    }

    /** Whether the database answers. */
    public boolean answers() {
        try {
            return transact(tx -> tx.dsl().selectOne().fetchOptional().isPresent());
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private static <T> T transact(DSLContext dsl, Function<Tx, T> work) {
        List<Runnable> afterCommit = new ArrayList<>();
        T result =
                dsl.transactionResult(
                        configuration -> work.apply(new Tx(configuration.dsl(), afterCommit)));
        afterCommit.forEach(Archive::runThoughDone);
        return result;
    }

    /**
     * What is committed stays so, whatever follows: a fault here must not look like a roll-back.
     */
    private static void runThoughDone(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("What follows a commit failed; the commit itself stands", e);
        }
    }
}
