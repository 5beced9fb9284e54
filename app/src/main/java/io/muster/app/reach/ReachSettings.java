package io.muster.app.reach;

import io.muster.app.Secret;
import io.muster.app.SecretVariables;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How Muster reaches people beside Slack.
 *
 * @param mail empty: no mail is sent, and what would be mailed is to be done by hand
 * @param variables where the secrets of webhooks stand, by the names that the team file gives
 */
public record ReachSettings(Optional<MailSettings> mail, SecretVariables variables) {
    /** Not at all. */
    public static final ReachSettings NONE =
            new ReachSettings(Optional.empty(), SecretVariables.NONE);

    public ReachSettings {
        Objects.requireNonNull(variables);
    }

    /**
     * Reads the environment.
     *
     * @throws IllegalArgumentException in words for whoever set it
     */
    public static ReachSettings read(Map<String, String> environment) {
        return new ReachSettings(MailSettings.read(environment), new SecretVariables(environment));
    }

    /** The secret in this variable. */
    public Optional<Secret> secret(String variable) {
        return variables.find(variable);
    }
}
