/** The one clock: the database's, which all nodes share and which a trial may push forward. */
@NullMarked
package io.muster.db.time;

import org.jspecify.annotations.NullMarked;
