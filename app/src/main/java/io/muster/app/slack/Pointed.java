package io.muster.app.slack;

import io.muster.app.desk.Knock;
import io.muster.core.PersonId;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A shortcut that was used on a message. Whoever used it sees the message; Slack has seen to that.
 *
 * @param where the name of its channel, as Slack shows it
 * @param message its time stamp, which names it within its channel
 * @param thread the message that its thread began with, if it is a reply
 * @param author who wrote it; empty if no account did
 * @param text as a person reads it
 */
public record Pointed(
        Delivered from,
        String where,
        String message,
        Optional<String> thread,
        Optional<PersonId> author,
        String text,
        List<Attached> files) {
    /** A file of the message. */
    public record Attached(String id, String name, String mime, long size) {}

    public Pointed {
        Objects.requireNonNull(from);
        files = List.copyOf(files);
    }

    /** The knock at the desk that this is. */
    public Knock knock() {
        return Knock.of(from.by(), "shortcut", from.delivery());
    }

    /** Who used it. */
    public PersonId by() {
        return from.by();
    }
}
