package io.muster.core.policy;

import java.util.Objects;

/** A kind of incident, for example security or operational. */
public record Kind(KindName name, String title) {
    public Kind {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
    }
}
