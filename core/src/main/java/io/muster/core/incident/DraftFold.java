package io.muster.core.incident;

import io.muster.core.approval.Drafts;

/** What is true after it. */
final class DraftFold {
    private DraftFold() {}

    static Drafts after(Drafts before, DraftEvent event, Happened happened) {
        return before;
    }
}
