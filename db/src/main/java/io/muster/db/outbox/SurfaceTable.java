package io.muster.db.outbox;

import static io.muster.db.jooq.Tables.SURFACE;

import io.muster.core.incident.IncidentId;
import io.muster.core.notice.Effect;
import io.muster.db.Tx;

import java.util.Optional;

/** The messages that are kept current by editing them, and what they last showed. */
public final class SurfaceTable {
    /**
     * Where a surface stands in Slack.
     *
     * @param shown a fingerprint of what it shows, so that nothing is edited to what it already
     *     says
     */
    public record Standing(String channel, String ts, String shown) {}

    /** Where this surface of this incident stands, if it has been posted. */
    public Optional<Standing> find(Tx tx, IncidentId incident, Effect.Surface surface) {
        return tx.dsl()
                .select(SURFACE.CHANNEL, SURFACE.TS, SURFACE.SHOWN)
                .from(SURFACE)
                .where(SURFACE.INCIDENT.eq(incident.number()))
                .and(SURFACE.SURFACE_.eq(surface.name()))
                .fetchOptional(row -> new Standing(row.value1(), row.value2(), row.value3()));
    }

    /** Remembers where it stands now and what it shows. */
    public void put(Tx tx, IncidentId incident, Effect.Surface surface, Standing standing) {
        tx.dsl()
                .insertInto(SURFACE)
                .set(SURFACE.INCIDENT, incident.number())
                .set(SURFACE.SURFACE_, surface.name())
                .set(SURFACE.CHANNEL, standing.channel())
                .set(SURFACE.TS, standing.ts())
                .set(SURFACE.SHOWN, standing.shown())
                .onConflict(SURFACE.INCIDENT, SURFACE.SURFACE_)
                .doUpdate()
                .set(SURFACE.CHANNEL, standing.channel())
                .set(SURFACE.TS, standing.ts())
                .set(SURFACE.SHOWN, standing.shown())
                .execute();
    }
}
