package io.muster.app.sandbox.manifest;

import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The app as Slack was told of it. Without a manifest nothing is switched off and every scope is
 * granted, which is handy for a first try and too kind for a test.
 */
public final class Manifest {
    /** A slash command. */
    public record Command(
            String name, String description, String usageHint, boolean shouldEscape) {}

    /** A shortcut, global or on a message. */
    public record Shortcut(String name, String callbackId, String description, boolean onMessage) {}

    private final boolean given;
    private final JsonNode root;

    private Manifest(boolean given, JsonNode root) {
        this.given = given;
        this.root = root;
    }

    public static Manifest none() {
        return new Manifest(false, Json.object());
    }

    /** Refuses what Slack would refuse at once when the app is created. */
    public static Manifest of(JsonNode root) {
        List<String> problems = ManifestRules.problems(root);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("invalid_manifest: " + problems);
        }
        return new Manifest(true, root);
    }

    public static Manifest read(Path file) {
        try {
            return of(Json.yaml(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean given() {
        return given;
    }

    public String appName() {
        String name = Json.text(root.path("display_information"), "name");
        return name.isEmpty() ? "App" : name;
    }

    public String description() {
        return Json.text(root.path("display_information"), "description");
    }

    public String botName() {
        String name = Json.text(root.path("features").path("bot_user"), "display_name");
        return name.isEmpty() ? appName() : name;
    }

    public List<Command> commands() {
        return Json.stream(root.path("features"), "slash_commands")
                .map(command ->
                        new Command(
                                Json.text(command, "command"),
                                Json.text(command, "description"),
                                Json.text(command, "usage_hint"),
                                Json.flag(command, "should_escape")))
                .toList();
    }

    public Optional<Command> command(String name) {
        return commands().stream().filter(command -> command.name().equals(name)).findFirst();
    }

    public List<Shortcut> shortcuts() {
        return Json.stream(root.path("features"), "shortcuts")
                .map(shortcut ->
                        new Shortcut(
                                Json.text(shortcut, "name"),
                                Json.text(shortcut, "callback_id"),
                                Json.text(shortcut, "description"),
                                Json.text(shortcut, "type").equals("message")))
                .toList();
    }

    public Set<String> scopes() {
        return Json.texts(root.path("oauth_config").path("scopes"), "bot").stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean grants(String scope) {
        return !given || scopes().contains(scope);
    }

    public boolean subscribesTo(String event) {
        return !given
                || Json.texts(root.path("settings").path("event_subscriptions"), "bot_events")
                        .contains(event);
    }

    public boolean interactive() {
        return !given || Json.flag(root.path("settings").path("interactivity"), "is_enabled");
    }

    public boolean homeTab() {
        return !given || Json.flag(appHome(), "home_tab_enabled");
    }

    public boolean messagesTab() {
        return !given || appHome().path("messages_tab_enabled").asBoolean(true);
    }

    public boolean messagesTabReadOnly() {
        return given && appHome().path("messages_tab_read_only_enabled").asBoolean(false);
    }

    public List<String> unfurlDomains() {
        return Json.texts(root.path("features"), "unfurl_domains");
    }

    /** Whether the app may show what stands behind a link as an entity of this type. */
    public boolean showsEntity(String type) {
        JsonNode previews = root.path("features").path("rich_previews");
        return !given
                || (Json.flag(previews, "is_active")
                        && Json.texts(previews, "entity_types").contains(type));
    }

    private JsonNode appHome() {
        return root.path("features").path("app_home");
    }
}
