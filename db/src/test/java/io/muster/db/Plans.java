package io.muster.db;

import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.Query;
import org.jooq.conf.ParamType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** How PostgreSQL goes about what some work asks it: for these values, and for any. */
public final class Plans {
    private Plans() {}

    /** Runs the work and tells the plans of its statements. */
    public static List<String> of(TestDatabase database, Consumer<Tx> work) {
        List<Query> asked = new ArrayList<>();
        database.archive()
                .run(tx -> {
                    ExecuteListenerProvider listener = () -> new Collector(asked);
                    tx.dsl().configuration().set(listener);
                    work.accept(tx);
                });
        List<String> plans = new ArrayList<>();
        for (Query query : asked) {
            plans.add(explain(database, "", query.getSQL(ParamType.INLINED)));
            plans.add(explain(database, "(generic_plan)", numbered(query)));
        }
        return plans;
    }

    /** Not by jOOQ, and simply: numbered parameters are to stay as they are. */
    private static String explain(TestDatabase database, String how, String sql) {
        String simple = database.address().url() + "&preferQueryMode=simple";
        try (Connection connection = DriverManager.getConnection(simple);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("explain " + how + " " + sql)) {
            StringBuilder plan = new StringBuilder(sql).append('\n');
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
            return plan.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String numbered(Query query) {
        AtomicInteger number = new AtomicInteger();
        return Pattern.compile("\\?")
                .matcher(query.getSQL(ParamType.INDEXED))
                .replaceAll(match -> "\\$" + number.incrementAndGet());
    }

    private record Collector(List<Query> asked) implements ExecuteListener {
        @Override
        public void executeStart(ExecuteContext context) {
            Query query = context.query();
            if (query != null) {
                asked.add(query);
            }
        }
    }
}
