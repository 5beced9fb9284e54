/** Action items across incidents: {@link io.muster.db.action.ActionTable}. */
@NullMarked
package io.muster.db.action;

import org.jspecify.annotations.NullMarked;
