package io.muster.app.sandbox;

import io.muster.app.sandbox.blockkit.Elements;
import io.muster.app.sandbox.client.Payloads;
import io.muster.app.sandbox.state.Team;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Payloads of things that nobody did, in the shape of those that people do. */
final class RawPayloads {
    private final Team team;
    private final Payloads payloads;

    RawPayloads(Team team) {
        this.team = team;
        this.payloads = new Payloads(team);
    }

    ObjectNode command(Person by, Channel where, String command, String text) {
        return team.turn(() ->
                payloads.command(
                        by.user(),
                        where.conversation(),
                        command,
                        text,
                        team.responseUrls().issue("commands", where.id(), by.id(), "").toString()));
    }

    ObjectNode click(Person by, Message message, String label) {
        List<JsonNode> blocks = team.turn(() -> message.post().everyBlock());
        Elements.Placed placed = Labels.find(blocks, label);
        return team.turn(
                () -> payloads.click(by.user(), message.conversation(), message.post(), placed));
    }

    ObjectNode submission(Person by, Modal modal) {
        return team.turn(() -> payloads.submission(by.user(), modal.view()));
    }
}
