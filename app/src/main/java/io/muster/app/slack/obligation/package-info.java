/**
 * Status updates and reminders: {@link io.muster.app.slack.obligation.UpdateConversation}, {@link
 * io.muster.app.slack.obligation.ReminderConversation}.
 */
@NullMarked
package io.muster.app.slack.obligation;

import org.jspecify.annotations.NullMarked;
