/** Telling the public: entries on the status page, and work that is announced there. */
@NullMarked
package io.muster.app.slack.statuspage;

import org.jspecify.annotations.NullMarked;
