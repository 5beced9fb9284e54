package io.muster.core.policy;

import java.util.Objects;

/** The name of a duty to notify, unique within its policy: {@code gdpr-33}. */
public record DutyName(String value) {
    public DutyName {
        Objects.requireNonNull(value);
    }

    /** The clock that counts for this duty. */
    public ClockName clock() {
        return new ClockName("duty." + value);
    }

    @Override
    public String toString() {
        return value;
    }
}
