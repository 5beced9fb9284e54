package io.muster.db;

import io.muster.core.Spoken;
import io.muster.db.outbox.Outbox;
import io.muster.db.outbox.OutboxHealth;
import io.muster.db.outbox.SetAside;

import org.jooq.impl.DSL;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Whether the database is as Muster needs it, and what waits in it. */
public final class DatabaseCheckup {
    private static final String DATABASE = "database";
    private static final String PRIVILEGES = "privileges";
    private static final String OUTBOX = "outbox";

    /** PostgreSQL before 14 lacks what the migrations use, and is no longer mended. */
    private static final int OLDEST = 14;

    private static final Duration LATE = Duration.ofMinutes(2);
    private static final Duration VERY_LATE = Duration.ofMinutes(15);
    private static final int REASONS = 3;

    private DatabaseCheckup() {}

    /** How something stands. */
    public enum Level {
        /** All is well. */
        OK,
        /** It works, and somebody should know. */
        WARN,
        /** Somebody has to do something. */
        DO
    }

    /** One thing that was looked at. */
    public record Line(Level level, String about, String words) {
        /** Whether all is well. */
        public boolean ok() {
            return level == Level.OK;
        }
    }

    /**
     * The database's clock beside this machine's.
     *
     * @param ahead how far the database's is ahead
     * @param exact how far that may be wrong, because it took time to ask
     */
    public record Clock(Duration ahead, Duration exact) {}

    /** Looks at a database that has been migrated. */
    public static List<Line> examine(Archive archive) {
        List<Line> lines = new ArrayList<>();
        lines.add(version(archive));
        lines.add(guard(archive));
        lines.addAll(outbox(archive));
        return lines;
    }

    /** Compares the clocks; of a trial, too, the real ones. */
    public static Clock clock(Archive archive) {
        archive.run(DatabaseCheckup::time); // so that no connection has to be opened for the next
        Instant before = Instant.now();
        Instant there = archive.transact(DatabaseCheckup::time);
        Duration half = Duration.between(before, Instant.now()).dividedBy(2);
        return new Clock(Duration.between(before.plus(half), there), half);
    }

    private static Instant time(Tx tx) {
        return Objects.requireNonNull(
                        tx.dsl()
                                .select(DSL.function("clock_timestamp", OffsetDateTime.class))
                                .fetchSingle()
                                .value1())
                .toInstant();
    }

    private static Line version(Archive archive) {
        String version = archive.transact(tx -> setting(tx, "server_version"));
        int number =
                Integer.parseInt(archive.transact(tx -> setting(tx, "server_version_num")))
                        / 10_000;
        return number >= OLDEST
                ? new Line(Level.OK, DATABASE, "PostgreSQL " + version)
                : new Line(
                        Level.DO,
                        DATABASE,
                        "PostgreSQL " + version + " is too old: move to " + OLDEST + " or newer");
    }

    private static Line guard(Archive archive) {
        if (!archive.transact(DatabaseCheckup::isGuardedByTrigger)) {
            return new Line(
                    Level.DO,
                    PRIVILEGES,
                    "somebody switched off the trigger that keeps the journal as it is: have an"
                            + " administrator say `alter table journal enable always trigger"
                            + " journal_is_append_only`, then run `verify`");
        }
        if (!archive.transact(tx -> setting(tx, "role")).equals("muster_app")) {
            return onlyTriggers(archive);
        }
        return archive.transact(DatabaseCheckup::mayChange)
                ? new Line(
                        Level.DO,
                        PRIVILEGES,
                        "the role muster_app may change the journal, which only a trigger prevents"
                                + " now: have an administrator say `revoke update, delete, truncate"
                                + " on journal from muster_app`")
                : new Line(
                        Level.OK,
                        PRIVILEGES,
                        "works under a role that can add to the journal and never change it");
    }

    private static Line onlyTriggers(Archive archive) {
        boolean roleIsThere =
                archive.transact(tx ->
                        tx.dsl()
                                .fetchExists(
                                        DSL.table(DSL.name("pg_roles")),
                                        DSL.field(DSL.name("rolname"), String.class)
                                                .eq("muster_app")));
        return new Line(
                Level.DO,
                PRIVILEGES,
                "only triggers guard the journal: "
                        + (roleIsThere
                                ? "have an administrator say `grant muster_app to "
                                        + archive.transact(tx -> user(tx))
                                        + "`, then run `migrate` once more"
                                : "run `migrate` once with a user that may create roles"));
    }

    private static boolean isGuardedByTrigger(Tx tx) {
        return tx.dsl()
                .fetchExists(
                        DSL.selectOne()
                                .from(DSL.table(DSL.name("pg_trigger")))
                                .where(
                                        DSL.field(DSL.name("tgname"), String.class)
                                                .eq("journal_is_append_only"))
                                .and(DSL.field("tgenabled::text", String.class).eq("A")));
    }

    private static boolean mayChange(Tx tx) {
        return Boolean.TRUE.equals(
                tx.dsl()
                        .select(
                                DSL.function(
                                        "has_table_privilege",
                                        Boolean.class,
                                        DSL.val("journal"),
                                        DSL.val("update, delete, truncate")))
                        .fetchSingle()
                        .value1());
    }

    private static List<Line> outbox(Archive archive) {
        OutboxHealth health = archive.transact(tx -> new Outbox(0, () -> {}).health(tx));
        Instant now = archive.transact(DatabaseCheckup::time);
        List<Line> lines = new ArrayList<>();
        lines.add(waiting(health, now));
        if (health.unknown() > 0) {
            lines.add(
                    new Line(
                            Level.WARN,
                            OUTBOX,
                            "of "
                                    + Spoken.count(health.unknown(), "message")
                                    + " nobody knows whether it arrived; Muster looks it up while"
                                    + " `serve` runs"));
        }
        if (health.parked() > 0) {
            lines.add(
                    new Line(
                            Level.DO,
                            OUTBOX,
                            Spoken.count(health.parked(), "message")
                                    + " set aside ("
                                    + reasons(archive)
                                    + "): the App Home of admins shows each and what to do"));
        }
        return lines;
    }

    private static Line waiting(OutboxHealth health, Instant now) {
        Duration oldest =
                health.oldest().map(at -> Duration.between(at, now)).orElse(Duration.ZERO);
        String words =
                Spoken.count(health.waiting(), "message")
                        + " waiting"
                        + (health.waiting() == 0
                                ? ""
                                : ", the oldest for " + Spoken.length(oldest));
        if (oldest.compareTo(VERY_LATE) > 0) {
            return new Line(
                    Level.DO,
                    OUTBOX,
                    words + ": see that `serve` runs, and that Slack and the mail server answer");
        }
        return oldest.compareTo(LATE) > 0
                ? new Line(Level.WARN, OUTBOX, words)
                : new Line(Level.OK, OUTBOX, words);
    }

    private static String reasons(Archive archive) {
        return archive.transact(tx -> SetAside.newest(tx, REASONS)).stream()
                .map(SetAside.Row::reason)
                .map(reason -> reason.length() > 80 ? reason.substring(0, 79) + "…" : reason)
                .distinct()
                .collect(Collectors.joining("; "));
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
