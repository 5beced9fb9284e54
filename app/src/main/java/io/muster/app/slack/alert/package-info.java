/** Which alerts came, and what became of them. */
@NullMarked
package io.muster.app.slack.alert;

import org.jspecify.annotations.NullMarked;
