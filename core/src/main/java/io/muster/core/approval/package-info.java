/**
 * Words that leave the building: drafted, reviewed, released, sent. Reading order: {@link
 * io.muster.core.approval.Drafts}, {@link io.muster.core.approval.Draft}, {@link
 * io.muster.core.approval.Wording}. An approval belongs to one wording, told by its hash; it is
 * never carried over to another.
 */
@NullMarked
package io.muster.core.approval;

import org.jspecify.annotations.NullMarked;
