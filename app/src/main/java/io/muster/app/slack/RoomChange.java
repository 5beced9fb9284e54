package io.muster.app.slack;

import io.muster.core.PersonId;

import java.util.Optional;

/** What somebody did to a channel. */
public sealed interface RoomChange {
    /** It can be read and not written in. */
    record Archived(Optional<PersonId> by) implements RoomChange {}

    /** It is gone for good. */
    record Deleted(Optional<PersonId> by) implements RoomChange {}

    /** It can be written in again. */
    record Unarchived() implements RoomChange {}

    /** It is called something else. */
    record Renamed(String name) implements RoomChange {}
}
