package io.muster.app.slack;

import com.slack.api.model.view.View;

/**
 * The one thing that a conversation may ask of Slack directly: its trigger dies in three seconds.
 */
public interface Modals {
    /**
     * Opens a modal.
     *
     * @return whether it opened; if not, the person has to be told to try again
     */
    boolean open(String trigger, View view);

    /**
     * Shows something else in a modal that is open, a little later; nothing happens if it is gone.
     */
    void refresh(Pressed.ViewRef view, View changed);

    /** Shows the app's Home to a person, a little later. */
    void publishHome(String person, View home);
}
