/** The control report and the figures, asked for in the chat. */
@NullMarked
package io.muster.app.slack.report;

import org.jspecify.annotations.NullMarked;
