package io.muster.app.slack.block;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whoever hears a page hears its buttons one by one, and ten times “Change” tells them nothing. So
 * buttons that are called alike get a spoken label of their own: what it says and what it is about.
 */
final class SpokenLabels {
    /** Slack's limit. */
    private static final int LONGEST = 75;

    private static final int ROOM_FOR_A_NUMBER = 4;
    private static final Pattern NAMED = Pattern.compile("<[^>|]*\\|([^>]*)>");
    private static final Pattern TOKEN = Pattern.compile("<[^>]*>");
    private static final Pattern MARKUP = Pattern.compile("[*_`~]");

    private final Map<String, Integer> times = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private String matter = "";

    private SpokenLabels() {}

    /** Tells the buttons of these blocks apart. */
    static void apart(JsonArray blocks) {
        SpokenLabels labels = new SpokenLabels();
        for (JsonElement block : blocks) {
            buttons(block).forEach(b -> labels.times.merge(shown(b), 1, Integer::sum));
        }
        for (JsonElement block : blocks) {
            labels.label(block.getAsJsonObject());
        }
    }

    private void label(JsonObject block) {
        String said = plain(words(block));
        if (!said.isEmpty()) {
            matter = said;
        }
        for (JsonObject button : buttons(block)) {
            if (times.getOrDefault(shown(button), 0) > 1) {
                button.addProperty("accessibility_label", spoken(shown(button)));
            }
        }
    }

    private String spoken(String label) {
        String about = matter.isEmpty() ? label : label + ": " + matter;
        String name = Foreign.atMost(Foreign.harmless(about), LONGEST);
        for (int number = 2; !taken.add(name); number++) {
            name =
                    Foreign.atMost(Foreign.harmless(about), LONGEST - ROOM_FOR_A_NUMBER)
                            + " "
                            + number;
        }
        return name;
    }

    private static List<JsonObject> buttons(JsonElement block) {
        List<JsonObject> buttons = new ArrayList<>();
        JsonObject object = block.getAsJsonObject();
        if (object.get("elements") instanceof JsonArray elements) {
            elements.forEach(e -> addIfButton(buttons, e));
        }
        if (object.has("accessory")) {
            addIfButton(buttons, object.get("accessory"));
        }
        return buttons;
    }

    private static void addIfButton(List<JsonObject> buttons, JsonElement element) {
        if (element instanceof JsonObject object
                && object.get("type").getAsString().equals("button")) {
            buttons.add(object);
        }
    }

    private static String shown(JsonObject button) {
        return button.getAsJsonObject("text").get("text").getAsString();
    }

    /** What a block says by itself; small print and buttons are about what stands above them. */
    private static String words(JsonObject block) {
        return switch (block.get("type").getAsString()) {
            case "section", "header" -> {
                JsonElement text = block.get("text");
                yield text == null ? "" : text.getAsJsonObject().get("text").getAsString();
            }
            case "rich_text" -> said(block.get("elements"));
            default -> "";
        };
    }

    private static String said(JsonElement element) {
        StringBuilder words = new StringBuilder();
        if (element instanceof JsonArray array) {
            array.forEach(e -> words.append(said(e)));
        } else if (element instanceof JsonObject object) {
            if (object.get("text") instanceof JsonPrimitive text) {
                words.append(text.getAsString());
            }
            words.append(said(object.get("elements")));
        }
        return words.toString();
    }

    private static String plain(String markup) {
        String first = markup.strip().lines().findFirst().orElse("");
        String named = NAMED.matcher(first).replaceAll("$1");
        return MARKUP.matcher(TOKEN.matcher(named).replaceAll(""))
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
