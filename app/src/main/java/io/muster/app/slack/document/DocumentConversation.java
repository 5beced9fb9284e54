package io.muster.app.slack.document;

import io.muster.app.desk.Knock;
import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.Delivered;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Ways;
import io.muster.core.incident.DocumentCommand;
import io.muster.core.incident.IncidentId;

/** May I have the whole of it? */
public final class DocumentConversation implements Conversation {
    private final Reception reception;

    /** In front of this reception. */
    public DocumentConversation(Reception reception) {
        this.reception = reception;
    }

    @Override
    public void register(Ways ways) {
        ways.verb("export", "", "the whole document as a file", this::typed)
                .button("export", this::pressed)
                // it is a link, and Slack opens it by itself
                .button("document", pressed -> Answer.silence());
    }

    private Answer typed(Typed typed) {
        return reception.about(typed, (id, rest) -> export(id, typed.from(), typed.knock()));
    }

    private Answer pressed(Pressed pressed) {
        return pressed.incident()
                .map(id -> export(id, pressed.from(), pressed.knock()))
                .orElseGet(reception::nothingHere);
    }

    private Answer export(IncidentId id, Delivered from, Knock knock) {
        boolean inItsChannel =
                from.channel()
                        .flatMap(reception.records()::inChannel)
                        .filter(id::equals)
                        .isPresent();
        return reception.ask(
                id,
                new DocumentCommand.ExportDocument(!inItsChannel),
                knock,
                after ->
                        Answer.whisper(
                                "The whole document of "
                                        + id
                                        + " comes as a file in a moment, "
                                        + (inItsChannel
                                                ? "here in the channel."
                                                : "to you alone, in your messages with me.")));
    }
}
