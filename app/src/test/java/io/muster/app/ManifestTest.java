package io.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.Methods;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The manifest asks for what the code uses: no more, and no less. */
@Tag("M6")
class ManifestTest {
    private static final Path SLACK = Path.of("src/main/java/io/muster/app/slack");

    /** What each method needs, as its page in Slack's reference says, for the ways we use it. */
    private static final Map<String, Set<String>> SCOPES =
            Map.ofEntries(
                    Map.entry("apps.connections.open", Set.of()), // asked with the app's own token
                    Map.entry("auth.test", Set.of()),
                    Map.entry("bookmarks.add", Set.of("bookmarks:write")),
                    Map.entry("bookmarks.list", Set.of("bookmarks:read")),
                    Map.entry("canvases.edit", Set.of("canvases:write")),
                    Map.entry("canvases.sections.lookup", Set.of("canvases:read")),
                    Map.entry("conversations.canvases.create", Set.of("canvases:write")),
                    Map.entry("conversations.info", Set.of("channels:read", "groups:read")),
                    Map.entry("files.completeUploadExternal", Set.of("files:write")),
                    Map.entry("files.getUploadURLExternal", Set.of("files:write")),
                    Map.entry("users.info", Set.of("users:read")),
                    Map.entry("chat.getPermalink", Set.of()),
                    Map.entry("chat.postEphemeral", Set.of("chat:write")),
                    // we announce in a public channel before we have joined it
                    Map.entry("chat.postMessage", Set.of("chat:write", "chat:write.public")),
                    Map.entry("chat.unfurl", Set.of("links:write")),
                    Map.entry("chat.update", Set.of("chat:write")),
                    Map.entry("conversations.create", Set.of("channels:manage", "groups:write")),
                    Map.entry(
                            "conversations.history",
                            Set.of("channels:history", "groups:history", "im:history")),
                    Map.entry("conversations.invite", Set.of("channels:manage", "groups:write")),
                    Map.entry("conversations.join", Set.of("channels:join")),
                    Map.entry("conversations.list", Set.of("channels:read", "groups:read")),
                    Map.entry("conversations.open", Set.of("im:write")),
                    Map.entry(
                            "conversations.replies",
                            Set.of("channels:history", "groups:history", "im:history")),
                    Map.entry("conversations.setTopic", Set.of("channels:manage", "groups:write")),
                    Map.entry("entity.presentDetails", Set.of()),
                    Map.entry("files.info", Set.of("files:read")),
                    Map.entry("pins.add", Set.of("pins:write")),
                    Map.entry("usergroups.list", Set.of("usergroups:read")),
                    Map.entry("usergroups.users.update", Set.of("usergroups:write")),
                    Map.entry("users.lookupByEmail", Set.of("users:read", "users:read.email")),
                    Map.entry("views.open", Set.of()),
                    Map.entry("views.publish", Set.of()),
                    Map.entry("views.update", Set.of()));

    private static final Map<String, Set<String>> SCOPES_OF_EVENTS =
            Map.ofEntries(
                    Map.entry("AppHomeOpenedEvent", Set.of()),
                    Map.entry("AppMentionEvent", Set.of("app_mentions:read")),
                    Map.entry("EntityDetailsRequestedEvent", Set.of()),
                    Map.entry("LinkSharedEvent", Set.of("links:read")),
                    Map.entry("ReactionAddedEvent", Set.of("reactions:read")),
                    Map.entry("ReactionRemovedEvent", Set.of("reactions:read")),
                    Map.entry("MemberJoinedChannelEvent", Set.of("channels:read", "groups:read")),
                    Map.entry("UserChangeEvent", Set.of("users:read")),
                    Map.entry("ChannelArchiveEvent", Set.of("channels:read")),
                    Map.entry("ChannelDeletedEvent", Set.of("channels:read")),
                    Map.entry("ChannelRenameEvent", Set.of("channels:read")),
                    Map.entry("ChannelUnarchiveEvent", Set.of("channels:read")),
                    Map.entry("GroupArchiveEvent", Set.of("groups:read")),
                    Map.entry("GroupDeletedEvent", Set.of("groups:read")),
                    Map.entry("GroupRenameEvent", Set.of("groups:read")),
                    Map.entry("GroupUnarchiveEvent", Set.of("groups:read")),
                    Map.entry("MemberLeftChannelEvent", Set.of("channels:read", "groups:read")));

    private static final Map<String, String> EVENTS =
            Map.ofEntries(
                    Map.entry("AppHomeOpenedEvent", "app_home_opened"),
                    Map.entry("AppMentionEvent", "app_mention"),
                    Map.entry("EntityDetailsRequestedEvent", "entity_details_requested"),
                    Map.entry("LinkSharedEvent", "link_shared"),
                    Map.entry("ReactionAddedEvent", "reaction_added"),
                    Map.entry("ReactionRemovedEvent", "reaction_removed"),
                    Map.entry("MemberJoinedChannelEvent", "member_joined_channel"),
                    Map.entry("UserChangeEvent", "user_change"),
                    Map.entry("ChannelArchiveEvent", "channel_archive"),
                    Map.entry("ChannelDeletedEvent", "channel_deleted"),
                    Map.entry("ChannelRenameEvent", "channel_rename"),
                    Map.entry("ChannelUnarchiveEvent", "channel_unarchive"),
                    Map.entry("GroupArchiveEvent", "group_archive"),
                    Map.entry("GroupDeletedEvent", "group_deleted"),
                    Map.entry("GroupRenameEvent", "group_rename"),
                    Map.entry("GroupUnarchiveEvent", "group_unarchive"),
                    Map.entry("MemberLeftChannelEvent", "member_left_channel"));

    @Test
    void its_scopes_are_those_of_the_methods_that_are_called() throws IOException {
        Set<String> needed = new TreeSet<>(Set.of("commands"));
        for (String method : methodsInTheCode()) {
            assertThat(SCOPES).as("the scopes of %s are known", method).containsKey(method);
            needed.addAll(SCOPES.getOrDefault(method, Set.of()));
        }
        for (String event : eventsInTheCode()) {
            needed.addAll(SCOPES_OF_EVENTS.getOrDefault(event, Set.of()));
        }
        assertThat(texts("/oauth_config/scopes/bot")).containsExactlyElementsOf(needed);
    }

    @Test
    @Tag("F05")
    void user_groups_are_optional_and_listed_as_slack_wants_it() throws IOException {
        assertThat(texts("/oauth_config/scopes/bot_optional"))
                .contains("usergroups:read", "usergroups:write");
        assertThat(texts("/oauth_config/scopes/bot"))
                .containsAll(texts("/oauth_config/scopes/bot_optional"));
    }

    @Test
    void it_subscribes_to_the_events_that_are_handled() throws IOException {
        Set<String> handled =
                eventsInTheCode().stream()
                        .map(name -> EVENTS.getOrDefault(name, name))
                        .collect(Collectors.toSet());
        assertThat(texts("/settings/event_subscriptions/bot_events"))
                .containsExactlyInAnyOrderElementsOf(handled);
    }

    @Test
    void it_has_one_command_that_names_its_verbs() throws IOException {
        JsonNode commands = manifest().at("/features/slash_commands");
        assertThat(commands).hasSize(1);
        JsonNode command = commands.get(0);
        assertThat(command.get("command").asString()).isEqualTo("/incident");
        assertThat(command.get("should_escape").asBoolean())
                .as("people are told apart by their ids")
                .isTrue();
        for (String verb : verbsInTheCode()) {
            assertThat(command.get("usage_hint").asString())
                    .as("the hint names %s", verb)
                    .contains(verb);
        }
    }

    @Test
    void every_shortcut_in_it_is_answered_and_the_other_way_round() throws IOException {
        Set<String> inTheManifest = new HashSet<>();
        manifest()
                .at("/features/shortcuts")
                .forEach(s -> inTheManifest.add(s.get("callback_id").asString()));
        Set<String> inTheCode = new HashSet<>();
        for (String source : sources()) {
            inTheCode.addAll(all(source, "\\.(?:shortcut|global)\\(\\s*\"([^\"]+)\""));
        }
        assertThat(inTheCode).isEqualTo(inTheManifest);
    }

    @Test
    void it_can_be_pasted_as_it_is() throws IOException {
        JsonNode manifest = manifest();
        assertThat(manifest.at("/settings/socket_mode_enabled").asBoolean()).isTrue();
        assertThat(manifest.at("/settings/interactivity/is_enabled").asBoolean()).isTrue();
        assertThat(manifest.at("/features/app_home/home_tab_enabled").asBoolean()).isTrue();
        assertThat(manifest.toString())
                .as("addresses are only needed for HTTP, and stand there as comments")
                .doesNotContain("http://", "https://");
    }

    private static Set<String> methodsInTheCode() throws IOException {
        Set<String> known = new HashSet<>();
        for (Field constant : Methods.class.getFields()) {
            if (Modifier.isStatic(constant.getModifiers()) && constant.getType() == String.class) {
                known.add(value(constant));
            }
        }
        Set<String> used = new TreeSet<>();
        for (String source : sources()) {
            all(source, "\"([a-z]+(?:\\.[a-zA-Z]+)+)\"").stream()
                    .filter(known::contains)
                    .forEach(used::add);
        }
        return used;
    }

    private static Set<String> eventsInTheCode() throws IOException {
        Set<String> events = new TreeSet<>();
        for (String source : sources()) {
            events.addAll(all(source, "import com\\.slack\\.api\\.model\\.event\\.(\\w+);"));
        }
        return events;
    }

    private static List<String> verbsInTheCode() throws IOException {
        Set<String> verbs = new TreeSet<>();
        for (String source : sources()) {
            verbs.addAll(all(source, "\\.verb\\(\\s*\"([a-z]+)\""));
        }
        assertThat(verbs).as("verbs are found in the code").hasSizeGreaterThan(10);
        return List.copyOf(verbs);
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SLACK)) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .map(ManifestTest::read)
                    .toList();
        }
    }

    private static Set<String> all(String source, String pattern) {
        return Pattern.compile(pattern)
                .matcher(source)
                .results()
                .map((MatchResult m) -> m.group(1))
                .collect(Collectors.toSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(Field constant) {
        try {
            return String.valueOf(constant.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> texts(String pointer) throws IOException {
        return StreamSupport.stream(manifest().at(pointer).spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static JsonNode manifest() throws IOException {
        return new YAMLMapper().readTree(Path.of("..", "manifest.yml").toFile());
    }
}
