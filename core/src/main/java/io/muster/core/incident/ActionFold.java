package io.muster.core.incident;

import io.muster.core.action.Actions;

/** What is true after it. */
final class ActionFold {
    private ActionFold() {}

    static Actions after(Actions before, ActionEvent event, Happened happened) {
        return before;
    }
}
