package io.muster.db.action;

import static io.muster.db.jooq.Tables.ACTION_ITEM;

import io.muster.core.PersonId;
import io.muster.core.action.ActionItem;
import io.muster.core.action.Actions;
import io.muster.core.incident.IncidentId;
import io.muster.db.Tx;
import io.muster.db.jooq.Routines;
import io.muster.db.jooq.tables.records.ActionItemRecord;

import org.jooq.Condition;
import org.jooq.impl.DSL;

import java.util.List;
import java.util.Optional;

/**
 * All action items, by owner and day. It knows nothing of who may see an incident: whoever shows a
 * list asks the incident itself.
 */
public final class ActionTable {
    /** Writes what changed. */
    public void follow(Tx tx, IncidentId incident, Optional<Actions> before, Actions after) {
        List<ActionItem> changed =
                after.all().stream()
                        .filter(item ->
                                before.flatMap(b -> b.find(item.number()))
                                        .filter(item::equals)
                                        .isEmpty())
                        .toList();
        if (changed.isEmpty()) {
            return;
        }
        tx.dsl()
                .insertInto(ACTION_ITEM)
                .columns(ACTION_ITEM.fields())
                .valuesOfRecords(changed.stream().map(item -> row(incident, item)).toList())
                .onConflict(ACTION_ITEM.INCIDENT, ACTION_ITEM.NUMBER)
                .doUpdate()
                .set(ACTION_ITEM.OWNER, DSL.excluded(ACTION_ITEM.OWNER))
                .set(ACTION_ITEM.STATE, DSL.excluded(ACTION_ITEM.STATE))
                .set(ACTION_ITEM.DUE_AT, DSL.excluded(ACTION_ITEM.DUE_AT))
                .execute();
    }

    /** How an action item is written. */
    public static ActionItemRecord row(IncidentId incident, ActionItem item) {
        ActionItemRecord row = new ActionItemRecord();
        row.setIncident(incident.number());
        row.setNumber(item.number());
        row.setOwner(item.owner().value());
        row.setState(item.state().name());
        row.setDueAt(item.due());
        return row;
    }

    /** What this person has to do, the next due first. */
    public List<ActionRow> openOf(Tx tx, PersonId owner, int limit) {
        return open(tx, ACTION_ITEM.OWNER.eq(owner.value()), limit);
    }

    /** What anybody should have done by now, the oldest first. */
    public List<ActionRow> overdue(Tx tx, int limit) {
        return open(tx, ACTION_ITEM.DUE_AT.lt(DSL.select(Routines.musterNow())), limit);
    }

    private static List<ActionRow> open(Tx tx, Condition which, int limit) {
        return tx.dsl()
                .select(
                        ACTION_ITEM.INCIDENT,
                        ACTION_ITEM.NUMBER,
                        ACTION_ITEM.OWNER,
                        ACTION_ITEM.DUE_AT)
                .from(ACTION_ITEM)
                .where(ACTION_ITEM.STATE.eq(ActionItem.State.OPEN.name()))
                .and(which)
                .orderBy(ACTION_ITEM.DUE_AT, ACTION_ITEM.INCIDENT, ACTION_ITEM.NUMBER)
                .limit(limit)
                .fetch(row ->
                        new ActionRow(
                                new IncidentId(row.value1()),
                                row.value2(),
                                new PersonId(row.value3()),
                                row.value4()));
    }
}
