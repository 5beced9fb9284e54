package io.muster.app.sandbox.delivery;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.manifest.Manifest;
import io.muster.app.sandbox.state.Feed;

import java.util.Map;

/** Which events the app gets: those it asked for and has the scope for. */
final class Subscriptions {
    private static final Map<String, String> SCOPES =
            Map.ofEntries(
                    Map.entry("message.channels", "channels:history"),
                    Map.entry("message.groups", "groups:history"),
                    Map.entry("message.im", "im:history"),
                    Map.entry("app_mention", "app_mentions:read"),
                    Map.entry("channel_created", "channels:read"),
                    Map.entry("channel_archive", "channels:read"),
                    Map.entry("channel_unarchive", "channels:read"),
                    Map.entry("channel_deleted", "channels:read"),
                    Map.entry("channel_rename", "channels:read"),
                    Map.entry("group_archive", "groups:read"),
                    Map.entry("group_unarchive", "groups:read"),
                    Map.entry("group_deleted", "groups:read"),
                    Map.entry("group_rename", "groups:read"),
                    Map.entry("reaction_added", "reactions:read"),
                    Map.entry("reaction_removed", "reactions:read"),
                    Map.entry("pin_added", "pins:read"),
                    Map.entry("pin_removed", "pins:read"),
                    Map.entry("subteam_created", "usergroups:read"),
                    Map.entry("subteam_updated", "usergroups:read"),
                    Map.entry("subteam_members_changed", "usergroups:read"),
                    Map.entry("user_change", "users:read"),
                    Map.entry("file_shared", "files:read"),
                    Map.entry("link_shared", "links:read"));

    private Subscriptions() {}

    static boolean wants(Manifest manifest, Feed.Event event) {
        if (!manifest.subscribesTo(event.subscription())) {
            return false;
        }
        String scope = SCOPES.getOrDefault(event.subscription(), "");
        if (event.subscription().startsWith("member_")) {
            boolean isPrivate = Json.text(event.body(), "channel_type").equals("G");
            scope = isPrivate ? "groups:read" : "channels:read";
        }
        return scope.isEmpty() || manifest.grants(scope);
    }
}
