package io.muster.db.journal;

import java.util.Objects;

/**
 * How something reached Muster.
 *
 * @param via {@code command}, {@code button}, {@code modal}, {@code event}, {@code clock}, {@code
 *     outbox}, {@code web} or {@code cli}
 * @param request what identifies the request, so that an entry can be traced to it; empty for none
 */
public record Provenance(String via, String request) {
    public Provenance {
        Objects.requireNonNull(via);
        Objects.requireNonNull(request);
    }
}
