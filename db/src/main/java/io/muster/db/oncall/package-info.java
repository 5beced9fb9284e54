/** Who stands in for whom on call, as a table that follows the program's journal. */
@NullMarked
package io.muster.db.oncall;

import org.jspecify.annotations.NullMarked;
