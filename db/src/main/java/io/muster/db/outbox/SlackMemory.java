package io.muster.db.outbox;

import static io.muster.db.jooq.Tables.INSTALL;
import static io.muster.db.jooq.Tables.SLACK_FACT;
import static io.muster.db.jooq.Tables.SLACK_PAUSE;

import io.muster.core.PersonId;
import io.muster.db.Tx;

import org.jooq.impl.DSL;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Small things learnt from Slack that must survive a restart. */
public final class SlackMemory {
    private static final String NAME = "name:";

    /** Until when Slack asked us to be quiet, by scope (a method, or a method and a channel). */
    public Map<String, Instant> pauses(Tx tx) {
        return tx.dsl()
                .select(SLACK_PAUSE.SCOPE, SLACK_PAUSE.UNTIL)
                .from(SLACK_PAUSE)
                .fetchMap(SLACK_PAUSE.SCOPE, SLACK_PAUSE.UNTIL);
    }

    /** Slack asked us to be quiet until then; the later of two wishes counts. */
    public void pause(Tx tx, String scope, Instant until) {
        tx.dsl()
                .insertInto(SLACK_PAUSE)
                .set(SLACK_PAUSE.SCOPE, scope)
                .set(SLACK_PAUSE.UNTIL, until)
                .onConflict(SLACK_PAUSE.SCOPE)
                .doUpdate()
                .set(
                        SLACK_PAUSE.UNTIL,
                        DSL.greatest(SLACK_PAUSE.UNTIL, DSL.excluded(SLACK_PAUSE.UNTIL)))
                .execute();
    }

    /** Something learnt earlier. */
    public Optional<String> fact(Tx tx, String name) {
        return tx.dsl()
                .select(SLACK_FACT.VALUE)
                .from(SLACK_FACT)
                .where(SLACK_FACT.NAME.eq(name))
                .fetchOptional(SLACK_FACT.VALUE);
    }

    /** Everything learnt whose name begins so, by the rest of the name. */
    public Map<String, String> facts(Tx tx, String prefix) {
        Map<String, String> facts = new LinkedHashMap<>();
        tx.dsl()
                .select(SLACK_FACT.NAME, SLACK_FACT.VALUE)
                .from(SLACK_FACT)
                .where(SLACK_FACT.NAME.startsWith(prefix))
                .forEach(row -> facts.put(row.value1().substring(prefix.length()), row.value2()));
        return facts;
    }

    /** Remembers something. */
    public void learn(Tx tx, String name, String value) {
        tx.dsl()
                .insertInto(SLACK_FACT)
                .set(SLACK_FACT.NAME, name)
                .set(SLACK_FACT.VALUE, value)
                .onConflict(SLACK_FACT.NAME)
                .doUpdate()
                .set(SLACK_FACT.VALUE, value)
                .execute();
    }

    /** How this person is called, if that was learnt. */
    public Optional<String> name(Tx tx, PersonId person) {
        return fact(tx, NAME + person);
    }

    /** Remembers how this person is called. */
    public void learnName(Tx tx, PersonId person, String name) {
        learn(tx, NAME + person, name);
    }

    /** Forgets something. */
    public void forget(Tx tx, String name) {
        tx.dsl().deleteFrom(SLACK_FACT).where(SLACK_FACT.NAME.eq(name)).execute();
    }

    /** A name for this installation that no other one has; messages carry it with their row. */
    public String installation(Tx tx) {
        return tx.dsl().select(INSTALL.ID).from(INSTALL).fetchSingle(INSTALL.ID).toString();
    }
}
