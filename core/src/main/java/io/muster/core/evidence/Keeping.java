package io.muster.core.evidence;

import io.muster.core.FreeText;

import java.time.Instant;
import java.util.Optional;

/**
 * Where an exhibit is kept.
 *
 * @param writeOnce nobody can change or delete it there
 * @param until how long the storage sees to that, if it ends
 */
public record Keeping(FreeText where, boolean writeOnce, Optional<Instant> until) {
    /** Muster keeps it itself. */
    public static final Keeping BY_MUSTER = new Keeping(FreeText.NONE, false, Optional.empty());
}
