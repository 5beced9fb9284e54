package io.muster.core.policy;

import java.util.List;
import java.util.Map;

/**
 * Who may do what, beyond being allowed to see the incident at all.
 *
 * @param roles the roles whose holders may; an act that is absent is open to everyone who can see
 *     the incident
 */
public record Permissions(Map<Act, List<RoleName>> roles) {
    public Permissions {
        roles = Map.copyOf(roles);
    }

    /** The roles that may do this; empty means everyone who can see the incident. */
    public List<RoleName> of(Act act) {
        return roles.getOrDefault(act, List.of());
    }
}
