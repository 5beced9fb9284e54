package io.muster.app.slack;

import io.muster.app.desk.Knock;
import io.muster.core.PersonId;

import java.util.Objects;

/**
 * A slash command.
 *
 * @param rest what follows the verb, as a person reads it: entities decoded, mentions as names
 * @param raw what follows the verb, as Slack sent it: mentions still hold ids
 */
public record Typed(Delivered from, String rest, String raw) {
    public Typed {
        Objects.requireNonNull(from);
    }

    /** Who typed it. */
    public PersonId by() {
        return from.by();
    }

    /** The knock at the desk that this is. */
    public Knock knock() {
        return Knock.of(from.by(), "command", from.delivery());
    }
}
