package io.muster.db.policy;

import static io.muster.db.jooq.Tables.POLICY;

import io.muster.core.policy.PolicyVersion;
import io.muster.db.Tx;

import java.util.Optional;

/** Policy texts by version. A text is kept for ever: it is what an incident was judged by. */
public final class PolicyTable {
    /** Keeps a text, unless it is kept already. */
    public void keep(Tx tx, PolicyVersion version, String source) {
        tx.dsl()
                .insertInto(POLICY)
                .set(POLICY.VERSION, version.toString())
                .set(POLICY.NAME, version.policy())
                .set(POLICY.SOURCE, source)
                .onConflictDoNothing()
                .execute();
    }

    /** The text of this version. */
    public Optional<String> source(Tx tx, PolicyVersion version) {
        return tx.dsl()
                .select(POLICY.SOURCE)
                .from(POLICY)
                .where(POLICY.VERSION.eq(version.toString()))
                .fetchOptional(POLICY.SOURCE);
    }
}
