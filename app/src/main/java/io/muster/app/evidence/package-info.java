/**
 * The bytes of exhibits that Muster keeps itself, on its own disk: {@link
 * io.muster.app.evidence.EvidenceVault}. What is known of them stands in the journal, not here.
 */
@NullMarked
package io.muster.app.evidence;

import org.jspecify.annotations.NullMarked;
