package io.muster.db;

import io.muster.db.outbox.Outbox;
import io.muster.db.outbox.OutboxHealth;

import org.jooq.impl.DSL;

import java.util.ArrayList;
import java.util.List;

/** Whether the database is as Muster needs it. */
public final class DatabaseCheckup {
    private DatabaseCheckup() {}

    /** One thing that was looked at. */
    public record Line(boolean ok, String words) {}

    /** Looks at a database that has been migrated. */
    public static List<Line> examine(Archive archive) {
        List<Line> lines = new ArrayList<>();
        String version = archive.transact(tx -> setting(tx, "server_version"));
        lines.add(new Line(true, "PostgreSQL " + version));
        lines.add(guard(archive));
        OutboxHealth outbox = archive.transact(tx -> new Outbox(0, () -> {}).health(tx));
        lines.add(
                outbox.parked() == 0
                        ? new Line(true, outbox.waiting() + " messages waiting, none set aside")
                        : new Line(
                                false,
                                outbox.parked()
                                        + " messages were set aside because Slack refused them; the App"
                                        + " Home of admins shows why and what to do"));
        return lines;
    }

    private static Line guard(Archive archive) {
        if (archive.transact(tx -> setting(tx, "role")).equals("muster_app")) {
            return new Line(
                    true, "works under a role that can add to the journal and never change it");
        }
        boolean roleIsThere =
                archive.transact(tx ->
                        tx.dsl()
                                .fetchExists(
                                        DSL.table(DSL.name("pg_roles")),
                                        DSL.field(DSL.name("rolname"), String.class)
                                                .eq("muster_app")));
        return new Line(
                false,
                "only triggers guard the journal: "
                        + (roleIsThere
                                ? "have an administrator say `grant muster_app to "
                                        + archive.transact(tx -> user(tx))
                                        + "`, then run `migrate` once more"
                                : "run `migrate` once with a user that may create roles"));
    }

    private static String user(Tx tx) {
        return tx.dsl().select(DSL.currentUser()).fetchSingle().value1();
    }

    private static String setting(Tx tx, String name) {
        String value =
                tx.dsl()
                        .select(DSL.function("current_setting", String.class, DSL.val(name)))
                        .fetchSingle()
                        .value1();
        return value == null ? "" : value;
    }
}
