/** The incident's document as Slack shows it where there is no canvas, and how to carry it away. */
@NullMarked
package io.muster.app.slack.document;

import org.jspecify.annotations.NullMarked;
