package io.muster.app.slack.outbound;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.conversations.ConversationsInfoRequest;
import com.slack.api.methods.request.conversations.ConversationsListRequest;
import com.slack.api.model.ConversationType;

import io.muster.app.Secret;
import io.muster.app.checkup.Finding;

import okhttp3.FormBody;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Whether Muster can announce incidents where it should, and keep their documents. */
public final class PlacesCheckup {
    private static final String CHANNEL = "channel";
    private static final String CANVASES = "canvases";
    private static final int PAGES = 15;
    private static final int PAGE = 999;

    /** Slack looks for the canvas last, so that this one tells what it thinks of the rest. */
    private static final String NO_CANVAS = "F00000000";

    private PlacesCheckup() {}

    /**
     * Looks for the channel of the announcements.
     *
     * @param name its name without the {@code #}, or its id
     */
    public static List<Finding> channel(URI api, Secret token, String name) {
        try (SlackClient client = new SlackClient(api, token)) {
            return List.of(
                    name.matches("[CG][A-Z0-9]{8,}") ? byId(client, name) : byName(client, name));
        }
    }

    /** Asks for a canvas that is not there, so nothing is changed. */
    public static List<Finding> canvases(URI api, Secret token) {
        try (SlackClient client = new SlackClient(api, token)) {
            SlackAnswer groups = client.call("usergroups.list", new FormBody.Builder());
            if (groups instanceof SlackAnswer.No no && isForPayingTeams(no)) {
                return List.of(
                        Finding.warn(
                                CANVASES,
                                "this workspace's plan may have none for channels: then the"
                                        + " document of an incident is a pinned message"));
            }
            SlackAnswer canvas =
                    client.call(
                            "canvases.sections.lookup",
                            new FormBody.Builder()
                                    .add("canvas_id", NO_CANVAS)
                                    .add("criteria", "{\"section_types\":[\"any_header\"]}"));
            return List.of(canvas(canvas));
        }
    }

    static boolean isForPayingTeams(SlackAnswer.No no) {
        return no.error().equals("plan_upgrade_required") || no.error().equals("paid_teams_only");
    }

    private static Finding canvas(SlackAnswer answer) {
        return switch (answer) {
            case SlackAnswer.Ok ignored -> canvasesAreThere();
            case SlackAnswer.No no ->
                    switch (no.error()) {
                        case "canvas_not_found", "file_not_found" -> canvasesAreThere();
                        case "missing_scope" ->
                                Finding.toDo(
                                        CANVASES,
                                        "add canvases:read and canvases:write and install the app"
                                                + " again; until then documents are pinned"
                                                + " messages");
                        default ->
                                Finding.warn(
                                        CANVASES,
                                        "Slack says "
                                                + no.error()
                                                + ": the document of an incident is a pinned"
                                                + " message");
                    };
            case SlackAnswer.Slower ignored ->
                    Finding.warn(CANVASES, "not looked at: Slack asks to wait a minute");
            case SlackAnswer.Unreachable it -> Finding.warn(CANVASES, it.reason());
            case SlackAnswer.Lost it -> Finding.warn(CANVASES, it.reason());
        };
    }

    private static Finding canvasesAreThere() {
        return Finding.ok(CANVASES, "they can be used for the documents of incidents");
    }

    private static Finding byId(SlackClient client, String id) {
        SlackAnswer answer =
                client.call(
                        "conversations.info",
                        RequestFormBuilder.toForm(
                                ConversationsInfoRequest.builder().channel(id).build()));
        return switch (answer) {
            case SlackAnswer.Ok ok ->
                    ok.body().get("channel") instanceof JsonObject channel
                            ? judged(channel)
                            : unknown("Slack's answer could not be read");
            case SlackAnswer.No no ->
                    Finding.toDo(
                            CHANNEL,
                            "Muster cannot see "
                                    + id
                                    + " ("
                                    + no.error()
                                    + "): invite the app there, or set MUSTER_ANNOUNCE_CHANNEL");
            case SlackAnswer.Slower ignored -> unknown("Slack asks to wait a minute");
            case SlackAnswer.Unreachable it -> unknown(it.reason());
            case SlackAnswer.Lost it -> unknown(it.reason());
        };
    }

    private static Finding byName(SlackClient client, String name) {
        Optional<String> cursor = Optional.empty();
        for (int page = 0; page < PAGES; page++) {
            SlackAnswer answer = page(client, cursor);
            if (!(answer instanceof SlackAnswer.Ok ok)
                    || !(ok.body().get("channels") instanceof JsonArray channels)) {
                return unknown(
                        answer instanceof SlackAnswer.No no
                                ? "Slack says " + no.error()
                                : "Slack does not list its channels now");
            }
            for (JsonElement element : channels) {
                if (element instanceof JsonObject channel
                        && ChannelSearch.text(channel, "name").equals(name)) {
                    return judged(channel);
                }
            }
            cursor = ok.text("response_metadata", "next_cursor").filter(c -> !c.isBlank());
            if (cursor.isEmpty()) {
                return Finding.warn(
                        CHANNEL,
                        "there is no #"
                                + name
                                + " that Muster can see: it is made with the first incident. If"
                                + " yours is private, invite the app there");
            }
        }
        return unknown("there are too many channels to look through");
    }

    private static SlackAnswer page(SlackClient client, Optional<String> cursor) {
        return client.call(
                "conversations.list",
                RequestFormBuilder.toForm(
                        ConversationsListRequest.builder()
                                .types(
                                        List.of(
                                                ConversationType.PUBLIC_CHANNEL,
                                                ConversationType.PRIVATE_CHANNEL))
                                .excludeArchived(false)
                                .limit(PAGE)
                                .cursor(cursor.orElse(null))
                                .build()));
    }

    private static Finding judged(JsonObject channel) {
        String name = "#" + ChannelSearch.text(channel, "name");
        if (isSo(channel, "is_archived")) {
            return Finding.toDo(
                    CHANNEL, name + " is archived: bring it back, or set MUSTER_ANNOUNCE_CHANNEL");
        }
        if (isSo(channel, "is_member")) {
            return Finding.ok(CHANNEL, "incidents are announced in " + name);
        }
        return Finding.warn(
                CHANNEL, name + " is there; Muster is not in it and announces from outside");
    }

    private static boolean isSo(JsonObject channel, String what) {
        return ChannelSearch.text(channel, what).equals("true");
    }

    private static Finding unknown(String why) {
        return Finding.warn(CHANNEL, "not looked at: " + why);
    }
}
