package io.muster.app.slack.outbound;

import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;

import java.util.List;

/** What stands below the message that an incident was declared from. */
final class OriginMessage {
    private OriginMessage() {}

    static Message of(IncidentView view) {
        String id = String.valueOf(view.incident().id().number());
        String words =
                "🚨 "
                        + view.drill()
                        + "*"
                        + view.lastingLabel()
                        + "* was declared from this message."
                        + view.incident()
                                .room()
                                .map(room ->
                                        " Work goes on in " + Mrkdwn.channel(room.channel()) + ".")
                                .orElse("");
        return new Message(
                words,
                List.of(
                        Shapes.section(words),
                        Shapes.actions(
                                "origin", List.of(Shapes.button("Subscribe", "subscribe", id)))));
    }
}
