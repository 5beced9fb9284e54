package io.muster.db.room;

import static io.muster.db.jooq.Tables.ROOM;
import static io.muster.db.jooq.Tables.SURFACE;

import io.muster.core.incident.IncidentId;
import io.muster.core.incident.Room;
import io.muster.db.Tx;

import java.util.Optional;

/** Incident and channel. A channel is known by its id; people may rename it. */
public final class RoomTable {
    /** The incident that this channel belongs to. */
    public Optional<IncidentId> incidentOf(Tx tx, String channel) {
        return tx.dsl()
                .select(ROOM.INCIDENT)
                .from(ROOM)
                .where(ROOM.CHANNEL.eq(channel))
                .fetchOptional(ROOM.INCIDENT)
                .map(IncidentId::new);
    }

    /** The channel of this incident. */
    public Optional<Room> roomOf(Tx tx, IncidentId incident) {
        return tx.dsl()
                .select(ROOM.CHANNEL, ROOM.NAME)
                .from(ROOM)
                .where(ROOM.INCIDENT.eq(incident.number()))
                .fetchOptional(row -> new Room(row.value1(), row.value2()));
    }

    /** Follows the journal. What stood in the channel before does not stand in the new one. */
    public void put(Tx tx, IncidentId incident, Room room) {
        roomOf(tx, incident)
                .filter(before -> !before.channel().equals(room.channel()))
                .ifPresent(before -> forgetWhatStands(tx, incident, before));
        tx.dsl()
                .insertInto(ROOM)
                .set(ROOM.INCIDENT, incident.number())
                .set(ROOM.CHANNEL, room.channel())
                .set(ROOM.NAME, room.name())
                .onConflict(ROOM.INCIDENT)
                .doUpdate()
                .set(ROOM.CHANNEL, room.channel())
                .set(ROOM.NAME, room.name())
                .execute();
    }

    private static void forgetWhatStands(Tx tx, IncidentId incident, Room room) {
        tx.dsl()
                .deleteFrom(SURFACE)
                .where(SURFACE.INCIDENT.eq(incident.number()))
                .and(SURFACE.CHANNEL.eq(room.channel()))
                .execute();
    }
}
