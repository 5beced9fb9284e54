/**
 * The few shapes that our messages are made of, and the one place where foreign words are made
 * harmless: {@link io.muster.app.slack.block.Mrkdwn}, {@link io.muster.app.slack.block.RichText},
 * {@link io.muster.app.slack.block.Shapes}.
 */
@NullMarked
package io.muster.app.slack.block;

import org.jspecify.annotations.NullMarked;
