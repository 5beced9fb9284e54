/**
 * Who is told of the incident by the escalation matrix. Begins at {@link
 * io.muster.core.audience.Audiences}.
 */
@NullMarked
package io.muster.core.audience;

import org.jspecify.annotations.NullMarked;
