package io.muster.db;

import io.muster.core.policy.Policy;
import io.muster.core.policy.PolicyVersion;
import io.muster.core.policy.Severity;
import io.muster.core.policy.SeverityName;

import java.util.List;
import java.util.Optional;

/**
 * As much of a policy as the database has to do with: a version, a text, the order of severities.
 */
public final class TestPolicy {
    /** Its text. */
    public static final String TEXT = "a policy for tests\n";

    /** Its name, and the first digits of the SHA-256 of its text. */
    public static final PolicyVersion VERSION = new PolicyVersion("tests", "7f758335521d");

    /** The policy, with the severities {@code high} and {@code low}. */
    public static final Policy POLICY = policy();

    private TestPolicy() {}

    private static Policy policy() {
        Policy any = Anything.sparse(1).of(Policy.class);
        Policy ours = Components.with(any, "version", VERSION);
        return Components.with(ours, "severities", List.of(severity("high"), severity("low")));
    }

    private static Severity severity(String name) {
        return new Severity(new SeverityName(name), name, "", List.of(), Optional.empty());
    }
}
