package io.muster.app.sandbox.client;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.Post;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.User;

import tools.jackson.databind.JsonNode;

/** What apps show below links, and the pane that opens beside the conversation with more of it. */
public final class Previews {
    private final Team team;

    Previews(Team team) {
        this.team = team;
    }

    /** Slack draws the pane by itself and asks the app what belongs into it. */
    public void open(User user, Conversation in, Post post) {
        team.turn(() -> {
            JsonNode entity =
                    Json.stream(post.body(), "attachments")
                            .filter(attachment -> Json.has(attachment, "entity"))
                            .map(attachment -> attachment.path("entity"))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "no entity below this message: " + post.text()));
            team.events().entityDetailsRequested(user, in, post, entity);
        });
    }
}
