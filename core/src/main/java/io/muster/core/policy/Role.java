package io.muster.core.policy;

import java.util.Objects;

/**
 * A role that the policy speaks of.
 *
 * @param title as people say it, for example {@code Incident commander}
 */
public record Role(RoleName name, String title) {
    /** Who leads the response; known to the rules because gates and reminders turn to it. */
    public static final RoleName COMMANDER = new RoleName("commander");

    public Role {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
    }
}
