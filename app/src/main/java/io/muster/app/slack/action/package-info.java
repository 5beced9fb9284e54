/**
 * What is done so that it does not happen again: {@link
 * io.muster.app.slack.action.ActionConversation}.
 */
@NullMarked
package io.muster.app.slack.action;

import org.jspecify.annotations.NullMarked;
