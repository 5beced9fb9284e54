package io.muster.core.approval;

import io.muster.core.PersonId;
import io.muster.core.policy.RoleName;

import java.time.Instant;
import java.util.List;

/**
 * Somebody agreed to exactly these words. It stands for these words only, and it goes on standing
 * when that person leaves.
 *
 * @param roles in which they agreed, held at that moment
 */
public record Approval(int revision, String hash, List<RoleName> roles, PersonId by, Instant at) {
    public Approval {
        roles = List.copyOf(roles);
    }
}
