package io.muster.db.outbox;

import static io.muster.db.jooq.Tables.OUTBOX;
import static io.muster.db.jooq.Tables.ROOM;
import static io.muster.db.jooq.Tables.SURFACE;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.muster.core.notice.Effect;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/** When a row can be done: its turn, what it needs, and the time that counts. */
final class Readiness {
    static final String[] OPEN = {"pending", "sending", "unknown"};
    static final String[] WAITING = {"pending", "unknown"};

    private Readiness() {}

    static Condition isFirstInItsLane() {
        var earlier = OUTBOX.as("earlier");
        return notExists(
                selectOne()
                        .from(earlier)
                        .where(earlier.LANE.eq(OUTBOX.LANE))
                        .and(earlier.ID.lt(OUTBOX.ID))
                        .and(isOneOf(earlier, OPEN)));
    }

    /**
     * What is needed stands, or nothing is on its way to make it: refused, or seen to by somebody,
     * it will never stand, and the row is not kept waiting for it.
     */
    static Condition hasWhatItNeeds() {
        Condition room =
                exists(selectOne().from(ROOM).where(ROOM.INCIDENT.eq(OUTBOX.INCIDENT)))
                        .or(nothingIsOnItsWay("room/"));
        Condition card =
                exists(
                                selectOne()
                                        .from(SURFACE)
                                        .where(SURFACE.INCIDENT.eq(OUTBOX.INCIDENT))
                                        .and(SURFACE.SURFACE_.eq(Effect.Surface.CARD.name())))
                        .or(nothingIsOnItsWay("card/"));
        return OUTBOX.NEEDS
                .isNull()
                .or(OUTBOX.NEEDS.eq("room").and(room))
                .or(OUTBOX.NEEDS.eq("card").and(room).and(card));
    }

    private static Condition nothingIsOnItsWay(String lane) {
        var making = OUTBOX.as("making");
        return notExists(
                selectOne()
                        .from(making)
                        .where(
                                making.LANE.eq(
                                        DSL.inline(lane)
                                                .concat(OUTBOX.INCIDENT.cast(String.class))))
                        .and(isOneOf(making, OPEN)));
    }

    /**
     * States are written into the statement and never bound: else PostgreSQL, planning once for all
     * values, could not use the indexes that hold open rows only.
     */
    static Condition isOneOf(io.muster.db.jooq.tables.Outbox rows, String... states) {
        return rows.STATE.in(Stream.of(states).map(DSL::inline).toList());
    }

    static DayToSecond interval(Duration duration) {
        return DayToSecond.valueOf(duration);
    }

    static Field<Instant> realNow() {
        return DSL.function(
                "clock_timestamp", Objects.requireNonNull(OUTBOX.NEXT_AT.getDataType()));
    }
}
