/**
 * The register of exhibits in the chat. Reading order: {@link
 * io.muster.app.slack.evidence.EvidenceConversation}, {@code RegisterSheet}, {@code
 * CustodyConversation}, {@code LegalConversation}.
 */
@NullMarked
package io.muster.app.slack.evidence;

import org.jspecify.annotations.NullMarked;
