/** Who takes which role, who is called: {@link io.muster.app.slack.roster.RosterConversation}. */
@NullMarked
package io.muster.app.slack.roster;

import org.jspecify.annotations.NullMarked;
