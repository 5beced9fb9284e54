/**
 * Who must hear? Reading order: {@link io.muster.core.notice.Reactions}, {@link
 * io.muster.core.notice.Effect}, {@link io.muster.core.notice.Notice}. Says what is said and to
 * whom; how it looks is decided where it is spoken.
 */
@NullMarked
package io.muster.core.notice;

import org.jspecify.annotations.NullMarked;
