package io.muster.app.sandbox.manifest;

import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The limits that Slack sets to a manifest, as far as the sandbox leans on it. */
final class ManifestRules {
    private final List<String> problems = new ArrayList<>();

    private ManifestRules() {}

    static List<String> problems(JsonNode manifest) {
        ManifestRules rules = new ManifestRules();
        rules.display(manifest.path("display_information"));
        rules.commands(Json.list(manifest.path("features"), "slash_commands"));
        rules.shortcuts(Json.list(manifest.path("features"), "shortcuts"));
        rules.events(manifest);
        rules.count(
                "/features/unfurl_domains",
                Json.list(manifest.path("features"), "unfurl_domains").size(),
                5);
        rules.length(
                "/features/bot_user/display_name",
                Json.text(manifest.path("features").path("bot_user"), "display_name"),
                0,
                80);
        return rules.problems;
    }

    private void display(JsonNode display) {
        length("/display_information/name", Json.text(display, "name"), 1, 35);
        length("/display_information/description", Json.text(display, "description"), 0, 140);
        if (Json.has(display, "long_description")) {
            String words = Json.text(display, "long_description");
            length("/display_information/long_description", words, 175, 4000);
        }
    }

    private void commands(List<JsonNode> commands) {
        count("/features/slash_commands", commands.size(), 50);
        Set<String> names = new HashSet<>();
        for (JsonNode command : commands) {
            String name = Json.text(command, "command");
            if (!name.matches("/[^\\s/]{1,31}") || !names.add(name)) {
                problems.add("/features/slash_commands: bad command " + name);
            }
            length("/features/slash_commands" + name, Json.text(command, "description"), 1, 2000);
            length("/features/slash_commands" + name, Json.text(command, "usage_hint"), 0, 1000);
        }
    }

    private void shortcuts(List<JsonNode> shortcuts) {
        count("/features/shortcuts", shortcuts.size(), 10);
        for (JsonNode shortcut : shortcuts) {
            length("/features/shortcuts/name", Json.text(shortcut, "name"), 1, 24);
            length("/features/shortcuts/callback_id", Json.text(shortcut, "callback_id"), 1, 255);
            length("/features/shortcuts/description", Json.text(shortcut, "description"), 1, 150);
        }
    }

    private void events(JsonNode manifest) {
        JsonNode subscriptions = manifest.path("settings").path("event_subscriptions");
        count(
                "/settings/event_subscriptions/bot_events",
                Json.list(subscriptions, "bot_events").size(),
                100);
    }

    private void length(String at, String text, int min, int max) {
        if (text.length() < min || text.length() > max) {
            problems.add(at + ": must have " + min + " to " + max + " characters");
        }
    }

    private void count(String at, int size, int max) {
        if (size > max) {
            problems.add(at + ": no more than " + max + " items allowed");
        }
    }
}
