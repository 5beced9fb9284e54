package io.muster.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import javax.sql.DataSource;

/** The database, as transactions. Everything that is remembered goes through here. */
public final class Archive implements AutoCloseable {
    private static final Settings SETTINGS =
            new Settings().withRenderSchema(false).withFetchWarnings(false);

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
        config.setConnectionInitSql(
                "do $$ begin if pg_has_role(current_user, to_regrole('muster_app'), 'member')"
                        + " then execute 'set role muster_app'; end if; end $$");
        // pgjdbc waits for ever by default: one dead connection would hold its borrower for days.
        config.addDataSourceProperty("socketTimeout", "20");
        config.addDataSourceProperty("connectTimeout", "5");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", "muster");
        return new Archive(new HikariDataSource(config));
    }

    /**
     * Runs work in one transaction: all of it is remembered, or none.
     *
     * @return what the work returns, after the commit
     */
    public <T> T transact(Function<Tx, T> work) {
        List<Runnable> afterCommit = new ArrayList<>();
        T result =
                DSL.using(pool, SQLDialect.POSTGRES, SETTINGS)
                        .transactionResult(configuration ->
                                work.apply(new Tx(configuration.dsl(), afterCommit)));
        afterCommit.forEach(Runnable::run);
        return result;
    }

    /** Runs work in one transaction, for its effect alone. */
    public void run(Consumer<Tx> work) {
        transact(tx -> {
            work.accept(tx);
            return true;
        });
    }

    /** The pool itself, for what needs a connection of its own (listening for notifications). */
    public DataSource connections() {
        return pool;
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
}
