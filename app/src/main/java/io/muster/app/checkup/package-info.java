/**
 * What {@code doctor} is made of: a {@link io.muster.app.checkup.Probe} looks at one thing within
 * its time, a {@link io.muster.app.checkup.Finding} is one line of what it found. The rooms bring
 * their own probes; this one knows none of them.
 */
@NullMarked
package io.muster.app.checkup;

import org.jspecify.annotations.NullMarked;
