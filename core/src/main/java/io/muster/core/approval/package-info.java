/**
 * Words that leave the building: drafted, reviewed, released, sent. Begins at {@link
 * io.muster.core.approval.Drafts}.
 */
@NullMarked
package io.muster.core.approval;

import org.jspecify.annotations.NullMarked;
