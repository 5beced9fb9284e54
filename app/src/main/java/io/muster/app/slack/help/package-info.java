/** What can be typed: {@link io.muster.app.slack.help.HelpConversation}, which writes itself. */
@NullMarked
package io.muster.app.slack.help;

import org.jspecify.annotations.NullMarked;
