package io.muster.app.slack;

import io.muster.core.PersonId;

import java.util.Optional;

/**
 * Who may ask anything of us at all. Channels can be shared with other organisations, whose people
 * see and press every button in them.
 */
public interface Belonging {
    /** Whether a request of this workspace is for us. */
    boolean isOurWorkspace(Optional<String> team);

    /**
     * Whether this person is one of us.
     *
     * @param home the workspace or organisation that the request says they belong to
     */
    boolean isOneOfUs(PersonId person, Optional<String> home);

    /** This person is about to see something; who they are is learnt first, if it is not known. */
    void meet(PersonId person);

    /** Slack says that this person is a guest, or a member. */
    void changed(PersonId person, boolean guest);
}
