/**
 * Who must know, and whether they do: {@link io.muster.app.slack.audience.MatrixConversation}, its
 * sheet, and the word that people get.
 */
@NullMarked
package io.muster.app.slack.audience;

import org.jspecify.annotations.NullMarked;
