/** Who is on call, who stands in for them, what is said when a shift changes hands. */
@NullMarked
package io.muster.app.slack.oncall;

import org.jspecify.annotations.NullMarked;
