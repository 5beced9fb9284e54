package io.muster.app;

import java.util.Objects;
import java.util.Optional;

/**
 * What Slack gave us to talk with it.
 *
 * @param appToken for Socket Mode
 * @param signingSecret for requests over HTTP
 */
public record SlackAccess(
        Secret botToken, Optional<Secret> appToken, Optional<Secret> signingSecret) {
    public SlackAccess {
        Objects.requireNonNull(botToken);
    }
}
