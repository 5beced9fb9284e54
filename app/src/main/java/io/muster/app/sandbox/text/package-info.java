/**
 * What the texts of a message say and whom they would notify: mrkdwn, markdown, rich text, emoji
 * and dates.
 */
@NullMarked
package io.muster.app.sandbox.text;

import org.jspecify.annotations.NullMarked;
