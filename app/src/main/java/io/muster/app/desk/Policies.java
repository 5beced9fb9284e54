package io.muster.app.desk;

import io.muster.core.policy.Policy;
import io.muster.core.policy.PolicyVersion;

/** The policy in force, and those that older incidents were opened under. */
public interface Policies {
    /** The policy in force. */
    Policy current();

    /** The policy of this version, which some incident was opened under. */
    Policy of(PolicyVersion version);
}
