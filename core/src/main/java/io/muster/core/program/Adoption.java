package io.muster.core.program;

import io.muster.core.policy.PolicyVersion;

import java.time.Instant;

/**
 * One version of the plan that came into force.
 *
 * @param policy the text, by name and hash
 * @param version the version that its document control states
 */
public record Adoption(
        PolicyVersion policy, String document, String version, String date, Instant at) {}
