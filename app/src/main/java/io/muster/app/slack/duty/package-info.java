/**
 * Whom to tell outside, by when, and the proof that it was done: {@link
 * io.muster.app.slack.duty.NotifyConversation}.
 */
@NullMarked
package io.muster.app.slack.duty;

import org.jspecify.annotations.NullMarked;
