package io.muster.core.policy;

import java.util.Objects;

/**
 * A role that the policy speaks of.
 *
 * @param title as people say it, for example {@code Incident commander}
 * @param audience people outside the response, such as customers: they are told, and nobody can be
 *     given the role
 */
public record Role(RoleName name, String title, boolean audience) {
    /** Who leads the response; known to the rules because gates and reminders turn to it. */
    public static final RoleName COMMANDER = new RoleName("commander");

    public Role {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
    }

    /** A role that somebody in the chat can hold. */
    public Role(RoleName name, String title) {
        this(name, title, false);
    }
}
