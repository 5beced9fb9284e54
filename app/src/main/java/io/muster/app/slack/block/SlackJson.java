package io.muster.app.slack.block;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;

import java.util.List;

/**
 * Blocks and views as JSON. One Gson for the whole process: making a new one costs more than all
 * the rest of a message.
 */
public final class SlackJson {
    private static final Gson GSON = GsonFactory.createSnakeCase();

    private SlackJson() {}

    /** Blocks as Slack wants them. */
    public static String of(List<LayoutBlock> blocks) {
        JsonArray json = lean(GSON.toJsonTree(blocks)).getAsJsonArray();
        SpokenLabels.apart(json);
        return json.toString();
    }

    /** A view as Slack wants it. */
    public static String of(View view) {
        JsonObject json = lean(GSON.toJsonTree(view)).getAsJsonObject();
        SpokenLabels.apart(json.getAsJsonArray("blocks"));
        return json.toString();
    }

    /** The one Gson, for those who read what Slack sends. */
    public static Gson gson() {
        return GSON;
    }

    /** The model writes every style that a text does not have as false; Slack wants them absent. */
    private static JsonElement lean(JsonElement element) {
        if (element instanceof JsonArray array) {
            array.forEach(SlackJson::lean);
        } else if (element instanceof JsonObject object) {
            if (object.get("style") instanceof JsonObject style) {
                style.entrySet().removeIf(e -> !e.getValue().getAsBoolean());
            }
            object.entrySet().forEach(e -> lean(e.getValue()));
        }
        return element;
    }
}
