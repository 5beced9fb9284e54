/**
 * What people do around incidents in the chat itself: shortcuts on messages, the pushpin, mentions,
 * coming in late, following from afar, handing the command over.
 */
@NullMarked
package io.muster.app.slack.talk;

import org.jspecify.annotations.NullMarked;
