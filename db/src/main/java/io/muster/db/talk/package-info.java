/** Whom Muster has welcomed where: {@link io.muster.db.talk.WelcomeTable}. */
@NullMarked
package io.muster.db.talk;

import org.jspecify.annotations.NullMarked;
