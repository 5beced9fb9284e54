/**
 * Policy and team files on their way in and, as reports, on their way out. Reading order: {@link
 * io.muster.app.policy.YamlFile}, {@link io.muster.app.policy.PolicyFiles}, {@link
 * io.muster.app.policy.TeamFiles}, {@link io.muster.app.policy.PolicyReport}. What the words mean
 * is the core's business.
 */
@NullMarked
package io.muster.app.policy;

import org.jspecify.annotations.NullMarked;
