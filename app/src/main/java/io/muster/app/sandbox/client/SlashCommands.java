package io.muster.app.sandbox.client;

import io.muster.app.sandbox.delivery.Courier;
import io.muster.app.sandbox.delivery.Outbound;
import io.muster.app.sandbox.delivery.Outcome;
import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.manifest.Manifest;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.Draft;
import io.muster.app.sandbox.state.Post;
import io.muster.app.sandbox.state.SlackError;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.User;
import io.muster.app.sandbox.webapi.MessageArgs;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/** {@code /command text}: to the app and, within three seconds, back. */
public final class SlashCommands {
    private final Team team;
    private final Courier courier;
    private final Composer composer;
    private final Payloads payloads;

    public SlashCommands(Team team, Courier courier, Composer composer) {
        this.team = team;
        this.courier = courier;
        this.composer = composer;
        this.payloads = new Payloads(team);
    }

    public Seen type(User user, Conversation in, String line) {
        String[] words = line.strip().split("\\s+", 2);
        String command = words[0];
        String text = words.length > 1 ? words[1] : "";
        Optional<Manifest.Command> known = team.manifest().command(command);
        if (team.manifest().given() && known.isEmpty()) {
            return Seen.error("invalid_command");
        }
        boolean escape = known.map(Manifest.Command::shouldEscape).orElse(false);
        ObjectNode payload =
                team.turn(() ->
                        payloads.command(
                                user,
                                in,
                                command,
                                escape ? composer.escapedForCommand(text) : text,
                                responseUrl(user, in)));
        Outcome outcome = courier.deliver(Outbound.of(Outbound.Kind.SLASH_COMMAND, payload));
        if (!outcome.seenError().isEmpty() || !(outcome instanceof Outcome.Answered answered)) {
            return Seen.error(outcome.seenError());
        }
        return show(user, in, answered);
    }

    private String responseUrl(User user, Conversation in) {
        return team.responseUrls().issue("commands", in.id(), user.id(), "").toString();
    }

    private Seen show(User user, Conversation in, Outcome.Answered answer) {
        String body = answer.body().strip();
        if (body.isEmpty() || Composer.isEmptyJson(body)) {
            return Seen.NOTHING;
        }
        boolean json =
                answer.header("content-type").startsWith("application/json")
                        || body.startsWith("{");
        if (!json) {
            return Seen.answer(whisper(user, in, Draft.of(body)));
        }
        Optional<JsonNode> message = Json.parse(body).filter(JsonNode::isObject);
        if (message.isEmpty()) {
            return refused("an answer to a command that is not JSON");
        }
        return show(user, in, (ObjectNode) message.get());
    }

    private Seen show(User user, Conversation in, ObjectNode message) {
        if (!Json.has(message, "text")
                && !Json.has(message, "blocks")
                && !Json.has(message, "attachments")) {
            return Seen.NOTHING;
        }
        try {
            Draft draft = MessageArgs.read(team, message);
            if (Json.text(message, "response_type").equals("in_channel")) {
                return Seen.answer(team.turn(() -> team.messages().post(team.bot(), in, draft)));
            }
            return Seen.answer(whisper(user, in, draft));
        } catch (SlackError refusal) {
            return refused("an answer to a command that cannot be shown: " + refusal.code());
        }
    }

    private Post whisper(User user, Conversation in, Draft draft) {
        return team.turn(() -> team.messages().whisper(team.bot(), in, user.id(), draft));
    }

    private Seen refused(String why) {
        team.violations().add(why);
        return Seen.error("invalid_command_response");
    }
}
