/**
 * What is learnt, written by several people and approved by another: {@link
 * io.muster.app.slack.review.ReviewConversation}.
 */
@NullMarked
package io.muster.app.slack.review;

import org.jspecify.annotations.NullMarked;
