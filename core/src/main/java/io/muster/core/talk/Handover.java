package io.muster.core.talk;

import io.muster.core.PersonId;

import java.util.Objects;

/**
 * Command that is offered to somebody; until they take it, whoever offered it commands.
 *
 * @param from who commanded when it was offered
 */
public record Handover(PersonId from, PersonId to) {
    public Handover {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }
}
