/** Notes and the story so far: {@link io.muster.app.slack.timeline.TimelineConversation}. */
@NullMarked
package io.muster.app.slack.timeline;

import org.jspecify.annotations.NullMarked;
