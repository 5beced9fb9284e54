package io.muster.app.sandbox.webapi;

import io.muster.app.sandbox.state.SlackError;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Lists by cursor. What may not be shown is taken out after the page was cut, so that a page can be
 * short, or empty, and yet not the last.
 */
final class Paging {
    private Paging() {}

    static <T> void page(
            Call call,
            ObjectNode answer,
            String field,
            List<T> all,
            int limit,
            Predicate<T> shown,
            Function<T, JsonNode> json) {
        int from = offset(call.args().textOr("cursor", ""), all.size());
        int to = Math.min(all.size(), from + limit);
        ArrayNode page = answer.putArray(field);
        all.subList(from, to).stream().filter(shown).map(json).forEach(page::add);
        nextCursor(answer, to < all.size() ? cursor(to) : "");
    }

    static void nextCursor(ObjectNode answer, String cursor) {
        answer.putObject("response_metadata").put("next_cursor", cursor);
    }

    static String cursor(int offset) {
        return Base64.getEncoder()
                .encodeToString(("next:" + offset).getBytes(StandardCharsets.UTF_8));
    }

    static int offset(String cursor, int size) {
        if (cursor.isEmpty()) {
            return 0;
        }
        try {
            String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
            int offset = Integer.parseInt(text.replaceFirst("^next:", ""));
            if (text.startsWith("next:") && offset >= 0 && offset <= size) {
                return offset;
            }
        } catch (IllegalArgumentException e) {
            throw new SlackError("invalid_cursor");
        }
        throw new SlackError("invalid_cursor");
    }
}
