package io.muster.core.policy;

import java.util.Objects;
import java.util.Optional;

/**
 * Who must know before evidence leaves, and may end a legal hold.
 *
 * @param role who holds that office; there need be no such role if the policy does not say who
 * @param named the policy says who, so they are called by the title of that role
 */
public record Counsel(RoleName role, boolean named) {
    /** Where the policy does not say who. */
    public static final Counsel USUAL = new Counsel(new RoleName("legal"), false);

    private static final String NAME = "Legal";

    public Counsel {
        Objects.requireNonNull(role);
    }

    /** What a sentence calls them if this title was kept, or none. */
    public static String word(Optional<String> title) {
        return title.orElse(NAME);
    }
}
