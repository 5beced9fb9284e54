package io.muster.core.incident;

import io.muster.core.statuspage.Bulletin;
import io.muster.core.statuspage.Publications;

/** What is public after it. */
final class StatusPageFold {
    private StatusPageFold() {}

    static Publications after(Publications before, StatusPageEvent event, Happened happened) {
        return switch (event) {
            case StatusPageEvent.StatusPublished e ->
                    e.exercise()
                            ? before
                            : before.with(
                                    new Bulletin(e.title(), e.state(), e.affected(), e.text()),
                                    e.hash(),
                                    happened.at());
        };
    }
}
