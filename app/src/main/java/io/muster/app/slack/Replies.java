package io.muster.app.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewTitle;

import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Shapes;
import io.muster.app.slack.block.SlackJson;
import io.muster.core.PersonId;
import io.muster.core.Phrase;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Answers as the bytes of an acknowledgment. */
final class Replies {
    static final String NOT_WRITTEN =
            "⚠️ Muster could not write this down, so nothing was changed. Try again in a minute. If it is"
                    + " urgent, call people directly and tell Muster afterwards.";

    private static final String JSON = "application/json; charset=utf-8";
    private static final int LONGEST_ERROR = 2_000;

    private Replies() {}

    /** The acknowledgment of a command. */
    static Response whisper(Answer answer) {
        return switch (answer) {
            case Answer.Silence ignored -> Response.ok();
            case Answer.Whisper(Message message) -> json(ephemeral(message));
        };
    }

    /** A message that only one person sees. */
    static JsonObject ephemeral(Message message) {
        JsonObject reply = new JsonObject();
        reply.addProperty("response_type", "ephemeral");
        reply.addProperty("text", message.text());
        reply.add("blocks", JsonParser.parseString(SlackJson.of(message.blocks())));
        return reply;
    }

    /**
     * The acknowledgment of a submitted modal.
     *
     * @param names how people are called: below a field Slack shows no mentions
     */
    static Response modal(ModalAnswer answer, Function<PersonId, String> names) {
        return switch (answer) {
            case ModalAnswer.Close ignored -> Response.ok();
            case ModalAnswer.Errors errors -> errors(errors.byBlock());
            case ModalAnswer.Refused(String block, Phrase words) ->
                    errors(Map.of(block, words.plain(names)));
            case ModalAnswer.Show show -> {
                JsonObject reply = new JsonObject();
                reply.addProperty("response_action", "update");
                reply.add("view", JsonParser.parseString(SlackJson.of(show.view())));
                yield json(reply);
            }
        };
    }

    private static Response errors(Map<String, String> byBlock) {
        JsonObject errors = new JsonObject();
        byBlock.forEach(
                (block, words) -> errors.addProperty(block, Foreign.atMost(words, LONGEST_ERROR)));
        JsonObject reply = new JsonObject();
        reply.addProperty("response_action", "errors");
        reply.add("errors", errors);
        return json(reply);
    }

    /** A modal that says that nothing was written down. */
    static View notWritten() {
        return notWritten(NOT_WRITTEN);
    }

    /** A modal that says why nothing was written down. */
    static View notWritten(String why) {
        return View.builder()
                .type("modal")
                .title(ViewTitle.builder().type("plain_text").text("Not written down").build())
                .close(ViewClose.builder().type("plain_text").text("Close").build())
                .blocks(List.of(Shapes.section(why)))
                .build();
    }

    private static Response json(JsonObject body) {
        return Response.builder().statusCode(200).contentType(JSON).body(body.toString()).build();
    }
}
