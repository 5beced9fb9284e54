package io.muster.app.sandbox.state;

import java.util.Set;

/** What a channel may be called. */
final class ChannelNames {
    private static final int MAX = 80;
    private static final Set<String> RESERVED =
            Set.of(
                    "here",
                    "channel",
                    "everyone",
                    "group",
                    "archive",
                    "archived",
                    "archives",
                    "all");

    private ChannelNames() {}

    static void check(String name) {
        if (name.isBlank()) {
            throw new SlackError("invalid_name_required");
        }
        if (name.length() > MAX) {
            throw new SlackError("invalid_name_maxlength");
        }
        if (!name.matches("[a-z0-9_-]+")) {
            throw new SlackError("invalid_name_specials");
        }
        if (!name.matches(".*[a-z0-9].*")) {
            throw new SlackError("invalid_name_punctuation");
        }
        if (RESERVED.contains(name)) {
            throw new SlackError("invalid_name");
        }
    }
}
