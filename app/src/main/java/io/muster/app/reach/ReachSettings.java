package io.muster.app.reach;

import io.muster.app.Secret;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How Muster reaches people beside Slack.
 *
 * @param mail empty: no mail is sent, and what would be mailed is to be done by hand
 * @param environment where the secrets of webhooks stand, by the names that the team file gives
 */
public record ReachSettings(Optional<MailSettings> mail, Map<String, Secret> environment) {
    /** Not at all. */
    public static final ReachSettings NONE = new ReachSettings(Optional.empty(), Map.of());

    public ReachSettings {
        environment = Map.copyOf(environment);
    }

    /**
     * Reads the environment.
     *
     * @throws IllegalArgumentException in words for whoever set it
     */
    public static ReachSettings read(Map<String, String> environment) {
        Map<String, Secret> secrets = new HashMap<>();
        environment.forEach((name, value) -> {
            if (!value.isBlank()) {
                secrets.put(name, new Secret(value.strip()));
            }
        });
        return new ReachSettings(MailSettings.read(environment), secrets);
    }

    /** The secret in this variable. */
    public Optional<Secret> secret(String variable) {
        return Optional.ofNullable(environment.get(variable));
    }
}
