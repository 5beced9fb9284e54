package io.muster.app.sandbox.webapi;

import io.muster.app.sandbox.blockkit.BlockKit;
import io.muster.app.sandbox.blockkit.Findings;
import io.muster.app.sandbox.blockkit.Normal;
import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.Draft;
import io.muster.app.sandbox.state.SlackError;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.User;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a message out of arguments and refuses what Slack would not let stand. */
public final class MessageArgs {
    private static final int MARKDOWN = 12_000;
    private static final int TRUNCATED = 40_000;
    private static final int ATTACHMENTS = 100;

    /** A guess: the code exists, the number is not published. */
    private static final int BLOCKS_BYTES = 40_000;

    /** What happens to text that is too long. */
    enum Length {
        TRUNCATE(TRUNCATED),
        REFUSE(4_000);

        private final int max;

        Length(int max) {
            this.max = max;
        }
    }

    private final Team team;
    private final Args args;
    private final Consumer<String> warnings;

    private MessageArgs(Team team, Args args, Consumer<String> warnings) {
        this.team = team;
        this.args = args;
        this.warnings = warnings;
    }

    static Draft read(Call call, Length length) {
        return new MessageArgs(call.team(), call.args(), call::warn).draft(length);
    }

    /** A message that came as JSON to a response_url or as the answer to a command. */
    public static Draft read(Team team, ObjectNode message) {
        Args args = new Args(Map.of(), message);
        return new MessageArgs(team, args, warning -> {}).draft(Length.TRUNCATE);
    }

    private Draft draft(Length length) {
        List<JsonNode> blocks = new ArrayList<>(blocks());
        markdown().ifPresent(blocks::add);
        List<JsonNode> attachments = attachments();
        String text = text(length, !blocks.isEmpty() || !attachments.isEmpty());
        if (text.isEmpty() && !blocks.isEmpty()) {
            team.violations()
                    .add("text missing beside blocks: " + Json.write(Json.arrayOf(blocks)));
        }
        return new Draft(
                text,
                Json.list(Normal.blocks(blocks, team.ids()::block)),
                attachments,
                metadata(),
                args.textOr("thread_ts", ""),
                args.flag("reply_broadcast", false),
                List.of(),
                extras());
    }

    private List<JsonNode> blocks() {
        Optional<JsonNode> blocks = args.structure("blocks", "invalid_blocks_format");
        if (blocks.isEmpty()) {
            return List.of();
        }
        if (!blocks.get().isArray()) {
            throw new SlackError("invalid_blocks_format");
        }
        Findings findings = BlockKit.checkMessage(blocks.get(), "/blocks");
        if (!findings.none()) {
            throw invalidBlocks("invalid_blocks", findings);
        }
        if (Json.write(blocks.get()).length() > BLOCKS_BYTES) {
            throw new SlackError("msg_blocks_too_long");
        }
        return Json.list(blocks.get());
    }

    private SlackError invalidBlocks(String code, Findings findings) {
        team.violations().add(code + ": " + findings.messages());
        SlackError error = SlackError.explained(code, findings.messages());
        error.details().set("errors", Json.array(findings.messages()));
        return error;
    }

    private Optional<JsonNode> markdown() {
        Optional<String> markdown = args.text("markdown_text").filter(text -> !text.isEmpty());
        if (markdown.isEmpty()) {
            return Optional.empty();
        }
        if (args.has("text") || args.has("blocks")) {
            throw new SlackError("markdown_text_conflict");
        }
        if (markdown.get().length() > MARKDOWN) {
            throw new SlackError("msg_too_long");
        }
        return Optional.of(Json.object().put("type", "markdown").put("text", markdown.get()));
    }

    private List<JsonNode> attachments() {
        List<JsonNode> attachments =
                args.structure("attachments", "invalid_attachments")
                        .map(Json::list)
                        .orElse(List.of());
        if (attachments.size() > ATTACHMENTS) {
            throw new SlackError("too_many_attachments");
        }
        List<JsonNode> normal = new ArrayList<>();
        for (int i = 0; i < attachments.size(); i++) {
            normal.add(attachment(attachments.get(i), i));
        }
        return normal;
    }

    private JsonNode attachment(JsonNode attachment, int index) {
        if (!(attachment instanceof ObjectNode sent)) {
            throw new SlackError("invalid_attachments");
        }
        ObjectNode copy = Json.copy(sent).put("id", index + 1);
        if (copy.has("blocks")) {
            String at = "/attachments/" + index + "/blocks";
            Findings findings = BlockKit.checkMessage(copy.path("blocks"), at);
            if (!findings.none()) {
                throw invalidBlocks("invalid_attachments", findings);
            }
            copy.set("blocks", Normal.blocks(Json.list(copy, "blocks"), team.ids()::block));
        }
        return copy;
    }

    private String text(Length length, boolean mayBeEmpty) {
        String text = args.textOr("text", "");
        if (text.isBlank() && !mayBeEmpty) {
            throw new SlackError("no_text");
        }
        int characters = text.codePointCount(0, text.length());
        if (characters > length.max && length == Length.REFUSE) {
            throw new SlackError("msg_too_long");
        }
        if (characters > length.max) {
            warnings.accept("message_truncated");
            team.violations().add("text truncated at 40,000 characters");
            return text.substring(0, text.offsetByCodePoints(0, length.max));
        }
        return LinkedNames.apply(team, text, args);
    }

    private @Nullable ObjectNode metadata() {
        return args.structure("metadata", "invalid_metadata_format")
                .map(this::checkedMetadata)
                .orElse(null);
    }

    /** An empty object takes away what was there. */
    private @Nullable ObjectNode checkedMetadata(JsonNode metadata) {
        if (!(metadata instanceof ObjectNode object)) {
            throw new SlackError("invalid_metadata_format");
        }
        if (object.isEmpty()) {
            return null;
        }
        boolean event =
                object.path("event_type").isString() && object.path("event_payload").isObject();
        boolean entities = object.path("entities").isArray();
        if (!event && !entities) {
            throw new SlackError("invalid_metadata_schema");
        }
        if (Json.write(object).length() > team.caps().metadataBytes()) {
            throw new SlackError("metadata_too_large");
        }
        return object;
    }

    private ObjectNode extras() {
        ObjectNode extras = Json.object();
        for (String field : List.of("username", "icon_emoji", "icon_url")) {
            args.text(field)
                    .filter(value ->
                            !value.isEmpty() && team.manifest().grants("chat:write.customize"))
                    .ifPresent(value -> extras.put(field, value));
        }
        return extras;
    }

    /** A post may name its channel, or a person to speak to directly. */
    static Conversation addressee(Call call) {
        String name = call.args().required("channel");
        Team team = call.team();
        if (name.matches("[UW][A-Z0-9]{6,}")) {
            if (team.users().find(name).filter(User::isPerson).isEmpty()) {
                throw new SlackError("channel_not_found");
            }
            return team.conversations().imWithApp(name);
        }
        return team.conversations()
                .find(name)
                .or(() -> team.conversations().named(name))
                .filter(found -> team.conversations().visible(found, call.by()))
                .orElseThrow(() -> new SlackError("channel_not_found"));
    }
}
