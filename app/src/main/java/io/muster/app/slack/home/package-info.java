/** The app's Home: {@link io.muster.app.slack.home.HomeConversation}. */
@NullMarked
package io.muster.app.slack.home;

import org.jspecify.annotations.NullMarked;
