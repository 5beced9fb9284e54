package io.muster.app.sandbox.state;

import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** A modal or a Home as one person has it before them. Guarded by the team's lock. */
public final class View {
    private final String id;
    private final String userId;
    private final String rootId;
    private final String previousId;
    private final String channelId;
    private final FormState form;
    private ObjectNode body;
    private String hash;

    View(
            String id,
            String userId,
            String rootId,
            String previousId,
            String channelId,
            ObjectNode body,
            String hash) {
        this.id = id;
        this.userId = userId;
        this.rootId = rootId.isEmpty() ? id : rootId;
        this.previousId = previousId;
        this.channelId = channelId;
        this.form = new FormState(channelId);
        this.body = body;
        this.hash = hash;
    }

    public String id() {
        return id;
    }

    public String userId() {
        return userId;
    }

    public String rootId() {
        return rootId;
    }

    public String previousId() {
        return previousId;
    }

    /** Where the person stood when the view was opened; empty when nowhere. */
    public String channelId() {
        return channelId;
    }

    public FormState form() {
        return form;
    }

    public ObjectNode body() {
        return body;
    }

    public List<JsonNode> blocks() {
        return Json.list(body, "blocks");
    }

    public String hash() {
        return hash;
    }

    public String externalId() {
        return Json.text(body, "external_id");
    }

    public boolean isHome() {
        return Json.text(body, "type").equals("home");
    }

    public boolean flag(String field) {
        return Json.flag(body, field);
    }

    void replace(ObjectNode newBody, String newHash) {
        body = newBody;
        hash = newHash;
    }

    public ObjectNode json(Team team) {
        return json(team, true);
    }

    /** In an answer to {@code view_closed} the inputs are not told. */
    public ObjectNode json(Team team, boolean withInputs) {
        ObjectNode json =
                Json.object()
                        .put("id", id)
                        .put("team_id", team.id())
                        .put("type", Json.text(body, "type"));
        json.set("blocks", body.path("blocks").deepCopy());
        json.put("private_metadata", Json.text(body, "private_metadata"))
                .put("callback_id", Json.text(body, "callback_id"));
        json.putObject("state").set("values", form.values(blocks(), withInputs));
        json.put("hash", hash);
        json.set("title", orNull("title"));
        json.put("clear_on_close", flag("clear_on_close"))
                .put("notify_on_close", flag("notify_on_close"));
        json.set("close", orNull("close"));
        json.set("submit", orNull("submit"));
        json.set(
                "previous_view_id",
                previousId.isEmpty() ? json.nullNode() : json.stringNode(previousId));
        return json.put("root_view_id", rootId)
                .put("app_id", team.app().appId())
                .put("external_id", externalId())
                .put("app_installed_team_id", team.id())
                .put("bot_id", team.app().botId());
    }

    private JsonNode orNull(String field) {
        return Json.has(body, field) ? body.get(field).deepCopy() : Json.object().nullNode();
    }
}
