/** Pictures that people can ask for, and the figures of the month on the Home. */
@NullMarked
package io.muster.app.slack.picture;

import org.jspecify.annotations.NullMarked;
