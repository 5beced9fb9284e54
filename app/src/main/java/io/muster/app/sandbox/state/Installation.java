package io.muster.app.sandbox.state;

import io.muster.app.sandbox.manifest.Manifest;

import java.time.ZoneId;
import java.util.Locale;

/** The app as it is installed here: its ids, tokens and secret. */
public final class Installation {
    /** How a token stands. */
    public enum TokenState {
        VALID,
        REVOKED,
        EXPIRED,
        ACCOUNT_INACTIVE
    }

    private final String appId;
    private final String botId;
    private final String botToken;
    private final String appToken;
    private final String signingSecret;
    private final String verificationToken;
    private final User botUser;
    private volatile TokenState tokenState = TokenState.VALID;

    Installation(Ids ids, Manifest manifest) {
        this.appId = ids.next("A");
        this.botId = ids.next("B");
        this.botToken = "xoxb-" + ids.digits(12) + "-" + ids.digits(13) + "-" + ids.secret(24);
        this.appToken = "xapp-1-" + appId + "-" + ids.digits(13) + "-" + ids.hex(32);
        this.signingSecret = ids.hex(16);
        this.verificationToken = ids.secret(24);
        String handle =
                manifest.botName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "_");
        this.botUser =
                new User(
                        ids.next("U"),
                        handle,
                        manifest.botName(),
                        manifest.description(),
                        "",
                        ZoneId.of("UTC"),
                        "5b5fc7",
                        User.Standing.BOT,
                        false);
    }

    public String appId() {
        return appId;
    }

    public String botId() {
        return botId;
    }

    public String botToken() {
        return botToken;
    }

    public String appToken() {
        return appToken;
    }

    public String signingSecret() {
        return signingSecret;
    }

    public String verificationToken() {
        return verificationToken;
    }

    public User botUser() {
        return botUser;
    }

    public TokenState tokenState() {
        return tokenState;
    }

    public void tokenState(TokenState state) {
        tokenState = state;
    }
}
