package io.muster.db;

import org.jooq.DSLContext;

import java.util.List;

/** One open transaction. It lives no longer than the work it was handed to. */
public final class Tx {
    private final DSLContext dsl;
    private final List<Runnable> afterCommit;

    Tx(DSLContext dsl, List<Runnable> afterCommit) {
        this.dsl = dsl;
        this.afterCommit = afterCommit;
    }

    /** The way to write SQL; for the tables of this module only. */
    public DSLContext dsl() {
        return dsl;
    }

    /** Runs this once the transaction is committed; not at all if it is rolled back. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }
}
