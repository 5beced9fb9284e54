package io.muster.app.sandbox.state;

import io.muster.app.sandbox.json.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * What somebody wants to say, checked and ready to stand. {@code extras} are fields that go into
 * the message as they are: a user name, an icon, a subtype.
 */
public record Draft(
        String text,
        List<JsonNode> blocks,
        List<JsonNode> attachments,
        @Nullable ObjectNode metadata,
        String threadTs,
        boolean broadcast,
        List<String> fileIds,
        ObjectNode extras) {

    public Draft {
        blocks = List.copyOf(blocks);
        attachments = List.copyOf(attachments);
        fileIds = List.copyOf(fileIds);
    }

    public static Draft of(String text) {
        return new Draft(text, List.of(), List.of(), null, "", false, List.of(), Json.object());
    }

    public Draft withBlocks(List<JsonNode> newBlocks) {
        return new Draft(
                text, newBlocks, attachments, metadata, threadTs, broadcast, fileIds, extras);
    }

    public Draft inThread(String ts, boolean alsoInChannel) {
        return new Draft(text, blocks, attachments, metadata, ts, alsoInChannel, fileIds, extras);
    }

    public Draft withFiles(List<String> ids) {
        return new Draft(text, blocks, attachments, metadata, threadTs, broadcast, ids, extras);
    }
}
