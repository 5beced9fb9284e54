package io.muster.app.sandbox.state;

import java.time.ZoneId;

/** A member of the workspace, human or not. */
public record User(
        String id,
        String name,
        String realName,
        String title,
        String email,
        ZoneId zone,
        String color,
        Standing standing,
        boolean admin) {

    /** What kind of member. */
    public enum Standing {
        MEMBER,
        GUEST,
        SINGLE_CHANNEL_GUEST,
        STRANGER,
        DEACTIVATED,
        BOT,
        /** Slack's own helper, who is no bot by its own account. */
        SLACKBOT
    }

    public boolean isBot() {
        return standing == Standing.BOT;
    }

    /** Somebody who signs in, types and clicks. */
    public boolean isPerson() {
        return standing != Standing.BOT && standing != Standing.SLACKBOT && isActive();
    }

    public boolean isActive() {
        return standing != Standing.DEACTIVATED;
    }

    /** The workspace that they belong to: another one than ours if Slack Connect brought them. */
    public String home(Team team) {
        return standing == Standing.STRANGER ? "T0STRANGERS" : team.id();
    }

    public boolean isGuest() {
        return standing == Standing.GUEST || standing == Standing.SINGLE_CHANNEL_GUEST;
    }

    public User withStanding(Standing other) {
        return new User(id, name, realName, title, email, zone, color, other, admin);
    }
}
