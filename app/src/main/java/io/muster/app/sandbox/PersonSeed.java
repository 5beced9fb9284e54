package io.muster.app.sandbox;

import java.time.ZoneId;

/** Somebody who is in the workspace from the start. */
public record PersonSeed(
        String handle,
        String name,
        String title,
        String email,
        ZoneId zone,
        Standing standing,
        boolean admin) {

    /** What kind of member. */
    public enum Standing {
        MEMBER,
        GUEST,
        SINGLE_CHANNEL_GUEST,
        /** From another company, over Slack Connect. */
        STRANGER,
        DEACTIVATED
    }

    public static PersonSeed of(String handle, String name, String title) {
        return new PersonSeed(
                handle,
                name,
                title,
                handle + "@example.com",
                ZoneId.of("UTC"),
                Standing.MEMBER,
                false);
    }

    public PersonSeed in(String zoneId) {
        return new PersonSeed(handle, name, title, email, ZoneId.of(zoneId), standing, admin);
    }

    /** An empty address hides it, as some workspaces do. */
    public PersonSeed withEmail(String address) {
        return new PersonSeed(handle, name, title, address, zone, standing, admin);
    }

    public PersonSeed as(Standing other) {
        return new PersonSeed(handle, name, title, email, zone, other, admin);
    }

    public PersonSeed asAdmin() {
        return new PersonSeed(handle, name, title, email, zone, standing, true);
    }
}
