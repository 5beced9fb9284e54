package io.muster.core.roster;

import io.muster.core.PersonId;
import io.muster.core.policy.RoleName;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A stretch of time in which the same person is on duty in a role, for the same reason.
 *
 * @param from since when it was looked at; it may have begun earlier
 * @param until empty: nothing will change that is known
 */
public record Watch(RoleName role, Instant from, Optional<Instant> until, By by) {
    public Watch {
        Objects.requireNonNull(role);
        Objects.requireNonNull(by);
    }

    /**
     * Who is on duty, as the chat knows them; empty if nobody is, or the chat does not know them.
     */
    public Optional<PersonId> person() {
        return switch (by) {
            case ByOverride o -> Optional.of(o.override().person());
            case ByRotation r -> r.person();
            case ByList l -> l.person();
            case Nobody ignored -> Optional.empty();
        };
    }

    /** Whether nobody is on duty. */
    public boolean gap() {
        return by instanceof Nobody;
    }

    /** Why it is this person. */
    public sealed interface By {}

    /** Somebody stepped in. */
    public record ByOverride(DutyOverride override) implements By {}

    /** It is their turn. */
    public record ByRotation(
            RotationName rotation, String layer, Handle handle, Optional<PersonId> person)
            implements By {}

    /** They are the first whom the team file names. */
    public record ByList(Handle handle, Optional<PersonId> person) implements By {}

    /** Nobody is on duty. */
    public record Nobody() implements By {}
}
