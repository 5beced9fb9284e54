/** What has to be done, ticked off: {@link io.muster.app.slack.checklist.ChecklistConversation}. */
@NullMarked
package io.muster.app.slack.checklist;

import org.jspecify.annotations.NullMarked;
