/** At which vendor it began. */
@NullMarked
package io.muster.app.slack.vendor;

import org.jspecify.annotations.NullMarked;
