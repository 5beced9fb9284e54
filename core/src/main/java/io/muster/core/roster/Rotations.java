package io.muster.core.roster;

import io.muster.core.policy.RoleName;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The rotations of a team, and which role is held by which.
 *
 * @param all by name
 * @param roles the roles that name a rotation
 */
public record Rotations(SequencedMap<RotationName, Rotation> all, Map<RoleName, Assignment> roles) {
    /** No rotations: whoever is first in a list is on duty. */
    public static final Rotations NONE = new Rotations(new LinkedHashMap<>(), Map.of());

    public Rotations {
        all = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(all));
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
    }

    /**
     * A role that a rotation fills.
     *
     * @param then who follows when the rotation gives nobody, or nobody else
     */
    public record Assignment(RotationName rotation, List<Handle> then) {
        public Assignment {
            then = List.copyOf(then);
        }
    }

    /** The rotation that fills this role. */
    public Optional<Rotation> of(RoleName role) {
        return Optional.ofNullable(roles.get(role)).map(a -> all.get(a.rotation()));
    }

    /** Who follows after the rotation in this role. */
    public List<Handle> then(RoleName role) {
        Assignment assignment = roles.get(role);
        return assignment == null ? List.of() : assignment.then();
    }

    /** The roles that this rotation fills. */
    public List<RoleName> filledBy(RotationName rotation) {
        return roles.entrySet().stream()
                .filter(e -> e.getValue().rotation().equals(rotation))
                .map(Map.Entry::getKey)
                .toList();
    }
}
