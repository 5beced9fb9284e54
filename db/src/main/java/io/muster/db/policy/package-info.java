/**
 * The texts of policies that incidents were opened under: {@link io.muster.db.policy.PolicyTable}.
 */
@NullMarked
package io.muster.db.policy;

import org.jspecify.annotations.NullMarked;
