/** What is established: {@link io.muster.app.slack.fact.FactConversation}. */
@NullMarked
package io.muster.app.slack.fact;

import org.jspecify.annotations.NullMarked;
