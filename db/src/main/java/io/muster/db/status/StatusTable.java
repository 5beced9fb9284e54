package io.muster.db.status;

import static io.muster.db.jooq.Tables.STATUS_UPDATE;

import io.muster.core.FreeText;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentId;
import io.muster.core.statuspage.Bulletin;
import io.muster.core.statuspage.PageState;
import io.muster.core.statuspage.Publication;
import io.muster.core.statuspage.Publications;
import io.muster.db.Tx;
import io.muster.db.jooq.tables.StatusUpdate;
import io.muster.db.jooq.tables.records.StatusUpdateRecord;

import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was published of incidents. Of a private incident there is nothing here, ever. */
public final class StatusTable {
    /** More entries than a page of 90 days has; what is older than these is not shown. */
    private static final int MOST = 2_000;

    /** Writes what changed. */
    public void follow(Tx tx, Optional<Incident> before, Incident after) {
        List<StatusUpdateRecord> right = rows(after);
        if (before.map(StatusTable::rows).orElse(List.of()).equals(right)) {
            return;
        }
        tx.dsl()
                .deleteFrom(STATUS_UPDATE)
                .where(STATUS_UPDATE.INCIDENT.eq(after.id().number()))
                .execute();
        if (!right.isEmpty()) {
            tx.dsl()
                    .insertInto(STATUS_UPDATE)
                    .columns(STATUS_UPDATE.fields())
                    .valuesOfRecords(right)
                    .execute();
        }
    }

    /** How what is public of this incident is written. */
    public static List<StatusUpdateRecord> rows(Incident incident) {
        Publications published = incident.dossier().published();
        return incident.header().isPrivate()
                ? List.of()
                : published.all().stream()
                        .map(p -> row(incident.id().number(), published.key(), p))
                        .toList();
    }

    private static StatusUpdateRecord row(long incident, String key, Publication published) {
        Bulletin bulletin = published.bulletin();
        StatusUpdateRecord row = new StatusUpdateRecord();
        row.setIncident(incident);
        row.setNumber(published.number());
        row.setPageKey(key);
        row.setTitle(bulletin.title().text());
        row.setState(bulletin.state().name());
        row.setAffected(Names.ofAffected(bulletin.affected()));
        row.setWords(bulletin.text().text());
        row.setHash(published.hash());
        row.setPublishedAt(published.at());
        return row;
    }

    /**
     * What was published of incidents of which something was published since then, or that are not
     * over for the public: the newest incident first, its oldest entry first.
     */
    public List<StatusRow> since(Tx tx, Instant then) {
        StatusUpdate recent = STATUS_UPDATE.as("recent");
        List<StatusRow> rows =
                tx.dsl()
                        .selectFrom(STATUS_UPDATE)
                        .where(
                                STATUS_UPDATE
                                        .INCIDENT
                                        .in(
                                                DSL.select(recent.INCIDENT)
                                                        .from(recent)
                                                        .where(recent.PUBLISHED_AT.ge(then)))
                                        .or(STATUS_UPDATE.INCIDENT.in(current())))
                        .orderBy(STATUS_UPDATE.INCIDENT.desc(), STATUS_UPDATE.NUMBER)
                        .limit(MOST)
                        .fetch(StatusTable::row);
        return List.copyOf(rows);
    }

    /** What was published of this incident, the oldest first; nothing of what is private. */
    public List<StatusRow> of(Tx tx, IncidentId incident) {
        return List.copyOf(
                tx.dsl()
                        .selectFrom(STATUS_UPDATE)
                        .where(STATUS_UPDATE.INCIDENT.eq(incident.number()))
                        .orderBy(STATUS_UPDATE.NUMBER)
                        .fetch(StatusTable::row));
    }

    /**
     * What the public had been told last, at that time, of every other incident that was not over
     * for it.
     */
    public List<StatusRow> beside(Tx tx, IncidentId incident, Instant then) {
        StatusUpdate later = STATUS_UPDATE.as("later");
        return List.copyOf(
                tx.dsl()
                        .selectFrom(STATUS_UPDATE)
                        .where(STATUS_UPDATE.INCIDENT.ne(incident.number()))
                        .and(STATUS_UPDATE.PUBLISHED_AT.le(then))
                        .and(isNotOver(STATUS_UPDATE))
                        .and(
                                DSL.notExists(
                                        after(STATUS_UPDATE, later)
                                                .and(later.PUBLISHED_AT.le(then))))
                        .orderBy(STATUS_UPDATE.INCIDENT)
                        .limit(MOST)
                        .fetch(StatusTable::row));
    }

    private static Select<Record1<Long>> current() {
        StatusUpdate open = STATUS_UPDATE.as("open");
        return DSL.select(open.INCIDENT)
                .from(open)
                .where(isNotOver(open))
                .and(DSL.notExists(after(open, STATUS_UPDATE.as("later"))));
    }

    private static Condition isNotOver(StatusUpdate update) {
        return update.STATE.ne(PageState.RESOLVED.name());
    }

    private static SelectConditionStep<Record1<Integer>> after(
            StatusUpdate update, StatusUpdate later) {
        return DSL.selectOne()
                .from(later)
                .where(later.INCIDENT.eq(update.INCIDENT))
                .and(later.NUMBER.gt(update.NUMBER));
    }

    private static StatusRow row(StatusUpdateRecord row) {
        return new StatusRow(
                row.getPageKey(),
                new Publication(
                        row.getNumber(),
                        new Bulletin(
                                new FreeText(row.getTitle()),
                                PageState.valueOf(row.getState()),
                                Names.affected(row.getAffected()),
                                new FreeText(row.getWords())),
                        row.getHash(),
                        row.getPublishedAt()));
    }
}
