package io.muster.db;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A database for a test: Muster's way into it, and the way of somebody who may do anything. */
public final class TestDatabase implements AutoCloseable {
    private final String name;
    private final Deque<Archive> opened = new ArrayDeque<>();

    TestDatabase(String name) {
        this.name = name;
    }

    /** Where it is, as the superuser. */
    public DatabaseAddress address() {
        return Postgres.address(name);
    }

    /** Its name on the server. */
    public String name() {
        return name;
    }

    /** Muster's way in; the same one each time. */
    public synchronized Archive archive() {
        return opened.isEmpty() ? another() : opened.getLast();
    }

    /** Another pool, as another node has it. */
    public synchronized Archive another() {
        Archive archive = Archive.open(address(), 12);
        opened.push(archive);
        return archive;
    }

    /** Runs this with all rights, in one transaction. */
    public void asSuperuser(Consumer<DSLContext> work) {
        askAsSuperuser(dsl -> {
            work.accept(dsl);
            return true;
        });
    }

    /** Asks with all rights, in one transaction. */
    public <T> T askAsSuperuser(Function<DSLContext, T> question) {
        try (Connection connection = DriverManager.getConnection(address().url())) {
            return DSL.using(connection, SQLDialect.POSTGRES)
                    .transactionResult(configuration -> question.apply(configuration.dsl()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs one statement with all rights. */
    public void execute(String sql) {
        asSuperuser(dsl -> dsl.execute(sql));
    }

    /** The first column of the first row that this finds, as text. */
    public String ask(String sql) {
        return askAsSuperuser(dsl -> String.valueOf(dsl.fetchValue(sql)));
    }

    /** The first column of all rows that this finds, as text. */
    public List<String> list(String sql) {
        return askAsSuperuser(dsl -> dsl.fetch(sql).map(row -> String.valueOf(row.get(0))));
    }

    /** A number that this finds. */
    public long count(String sql) {
        return Long.parseLong(ask(sql));
    }

    @Override
    public synchronized void close() {
        opened.forEach(Archive::close);
        opened.clear();
    }
}
