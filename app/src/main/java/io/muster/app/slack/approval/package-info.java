/**
 * What leaves the building: written, read by others, agreed to, released, sent. Reading order:
 * {@link io.muster.app.slack.approval.DraftConversation}, {@link
 * io.muster.app.slack.approval.ApprovalConversation}, {@link
 * io.muster.app.slack.approval.DraftMessages}.
 */
@NullMarked
package io.muster.app.slack.approval;

import org.jspecify.annotations.NullMarked;
