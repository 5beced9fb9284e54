/** Which channel belongs to which incident: {@link io.muster.db.room.RoomTable}. */
@NullMarked
package io.muster.db.room;

import org.jspecify.annotations.NullMarked;
