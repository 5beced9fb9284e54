package io.muster.core.policy;

import java.util.Objects;

/**
 * Which text of which policy: an incident keeps the one that it was opened under.
 *
 * @param policy the policy's own name, for example {@code featuresignals}
 * @param fingerprint the first 12 hexadecimal digits of the SHA-256 of its text
 */
public record PolicyVersion(String policy, String fingerprint) {
    public PolicyVersion {
        Objects.requireNonNull(policy);
        Objects.requireNonNull(fingerprint);
    }

    @Override
    public String toString() {
        return policy + "@" + fingerprint;
    }
}
