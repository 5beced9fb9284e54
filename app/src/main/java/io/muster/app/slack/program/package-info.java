/** The plan, what is owed to it, and what proves that it was done. */
@NullMarked
package io.muster.app.slack.program;

import org.jspecify.annotations.NullMarked;
