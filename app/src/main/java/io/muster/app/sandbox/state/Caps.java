package io.muster.app.sandbox.state;

/**
 * Numbers for which an error code exists and no number is published, so these are guesses; and two
 * behaviours that nobody has verified, taken at their worse.
 */
public record Caps(
        int pins,
        int bookmarks,
        int emojiPerMessage,
        int metadataBytes,
        int usergroupMembers,
        int usersWithoutLimit,
        boolean botsMayUnarchive,
        boolean botsLeaveOnArchive,
        boolean appsMayEditUsergroups) {

    public static Caps strict() {
        return new Caps(100, 100, 23, 8_000, 500, 500, false, true, true);
    }

    public Caps withUnarchiving(boolean may) {
        return new Caps(
                pins,
                bookmarks,
                emojiPerMessage,
                metadataBytes,
                usergroupMembers,
                usersWithoutLimit,
                may,
                botsLeaveOnArchive,
                appsMayEditUsergroups);
    }
}
