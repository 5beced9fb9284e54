package io.muster.core.approval;

import io.muster.core.PersonId;
import io.muster.core.policy.RoleName;

import java.util.Objects;
import java.util.Optional;

/**
 * Whose approval is asked for.
 *
 * @param title the role as people say it
 * @param person who is asked; empty while nobody holds the role who did not write the words
 */
public record Request(RoleName role, String title, Optional<PersonId> person) {
    public Request {
        Objects.requireNonNull(role);
        Objects.requireNonNull(title);
        Objects.requireNonNull(person);
    }
}
