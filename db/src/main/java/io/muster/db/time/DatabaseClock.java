package io.muster.db.time;

import static io.muster.db.jooq.Tables.INSTALL;

import io.muster.db.Archive;
import io.muster.db.DatabaseProblem;
import io.muster.db.Tx;
import io.muster.db.jooq.Routines;

import org.jooq.Condition;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Muster's time: the database's clock, in a trial plus what it was pushed forward. */
public final class DatabaseClock {
    /** Beyond the year 9999 an instant would no longer fit into an entry. */
    private static final Duration FURTHEST = Duration.ofDays(36_525);

    private static final String TOO_FAR =
            "A trial can be pushed a century ahead in all. Take a new database for another one.";
    private static final String NO_TRIAL =
            "This database keeps real time, which cannot be pushed. A trial needs a new database,"
                    + " started with MUSTER_CLOCK=adjustable.";

    private final Archive archive;

    /** The clock of this database. */
    public DatabaseClock(Archive archive) {
        this.archive = archive;
    }

    /**
     * Settles what kind of time this database keeps: the first start decides, later ones must
     * agree.
     *
     * @throws DatabaseProblem if the database began with the other kind
     */
    public void begin(ClockKind wanted) {
        archive.run(tx -> {
            tx.dsl()
                    .insertInto(INSTALL)
                    .set(INSTALL.CLOCK, wanted.word())
                    .onConflictDoNothing()
                    .execute();
            String began = tx.dsl().select(INSTALL.CLOCK).from(INSTALL).fetchSingle(INSTALL.CLOCK);
            if (!wanted.word().equals(began)) {
                throw new DatabaseProblem(otherKind(wanted));
            }
        });
    }

    /** Now, to the millisecond. Inside a transaction: call it after the lock is held. */
    public static Instant now(Tx tx) {
        return Objects.requireNonNull(tx.dsl().select(Routines.musterNow()).fetchSingle().value1());
    }

    /** Now, to the millisecond. */
    public Instant now() {
        return archive.transact(DatabaseClock::now);
    }

    /** How far this database's time has been pushed ahead of real time. */
    public Duration ahead() {
        return archive.transact(tx ->
                tx.dsl()
                        .select(INSTALL.AHEAD_MS)
                        .from(INSTALL)
                        .fetchOptional(INSTALL.AHEAD_MS)
                        .map(Duration::ofMillis)
                        .orElse(Duration.ZERO));
    }

    /**
     * Pushes time forward, for all nodes alike.
     *
     * @return the time after the push
     * @throws DatabaseProblem if this database keeps real time, or that would be too far
     */
    public Instant advance(Duration by) {
        if (by.compareTo(Duration.ofMillis(1)) < 0) {
            throw new DatabaseProblem("Time can only be pushed forward: say PT60M, for example.");
        }
        if (by.compareTo(FURTHEST) > 0) {
            throw new DatabaseProblem(TOO_FAR);
        }
        return archive.transact(tx -> {
            int changed =
                    tx.dsl()
                            .update(INSTALL)
                            .set(INSTALL.AHEAD_MS, INSTALL.AHEAD_MS.plus(by.toMillis()))
                            .where(isTrial())
                            .and(INSTALL.AHEAD_MS.le(FURTHEST.minus(by).toMillis()))
                            .execute();
            if (changed == 0) {
                throw new DatabaseProblem(
                        tx.dsl().fetchExists(INSTALL, isTrial()) ? TOO_FAR : NO_TRIAL);
            }
            return now(tx);
        });
    }

    private static Condition isTrial() {
        return INSTALL.CLOCK.eq(ClockKind.ADJUSTABLE.word());
    }

    private static String otherKind(ClockKind wanted) {
        return wanted == ClockKind.ADJUSTABLE
                ? "This database began with real time and can never be used for a trial. Take a new"
                        + " database for MUSTER_CLOCK=adjustable, or unset MUSTER_CLOCK."
                : "This database is a trial whose clock can be pushed. Set MUSTER_CLOCK=adjustable to"
                        + " go on with the trial, or take a new database for real work.";
    }
}
