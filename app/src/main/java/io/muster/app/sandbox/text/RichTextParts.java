package io.muster.app.sandbox.text;

import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes spans as the elements of a rich text section. */
final class RichTextParts {
    private RichTextParts() {}

    static void add(Span span, List<Span.Style> styles, ArrayNode into) {
        if (span instanceof Span.Styled(Span.Style style, List<Span> inside)) {
            List<Span.Style> more = new ArrayList<>(styles);
            more.add(style);
            inside.forEach(each -> add(each, more, into));
            return;
        }
        ObjectNode part = part(span);
        if (!styles.isEmpty() || span instanceof Span.Code) {
            ObjectNode style = part.putObject("style");
            styles.forEach(each -> style.put(each.name().toLowerCase(Locale.ROOT), true));
            if (span instanceof Span.Code) {
                style.put("code", true);
            }
        }
        into.add(part);
    }

    private static ObjectNode part(Span span) {
        ObjectNode part = Json.object();
        return switch (span) {
            case Span.Text(String text) -> part.put("type", "text").put("text", text);
            case Span.Code(String text) -> part.put("type", "text").put("text", text);
            case Span.Styled styled -> throw new IllegalStateException("styles were unfolded");
            case Span.UserMention(String id) -> part.put("type", "user").put("user_id", id);
            case Span.ChannelMention(String id, String label) ->
                    part.put("type", "channel").put("channel_id", id);
            case Span.GroupMention(String id, String label) ->
                    part.put("type", "usergroup").put("usergroup_id", id);
            case Span.Broadcast(String range) -> part.put("type", "broadcast").put("range", range);
            case Span.Link(String url, String label) -> {
                part.put("type", "link").put("url", url);
                yield label.equals(url) ? part : part.put("text", label);
            }
            case Span.Date date ->
                    part.put("type", "date")
                            .put("timestamp", date.unixSeconds())
                            .put("format", date.format())
                            .put("fallback", date.fallback());
            case Span.Emoji(String name) -> part.put("type", "emoji").put("name", name);
        };
    }
}
