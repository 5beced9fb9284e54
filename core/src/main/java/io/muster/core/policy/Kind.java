package io.muster.core.policy;

import java.util.Objects;

/**
 * A kind of incident, for example security or operational.
 *
 * @param vendor it began at a sub-processor; naming one makes an incident of this kind
 */
public record Kind(KindName name, String title, boolean vendor) {
    /** The name that says it by itself. */
    static final KindName VENDOR = new KindName("vendor");

    public Kind {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
    }
}
