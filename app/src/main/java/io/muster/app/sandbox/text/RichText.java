package io.muster.app.sandbox.text;

import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The {@code rich_text} block, and how the composer makes one of what a person types. */
public final class RichText {
    private RichText() {}

    public static List<Passage> parse(JsonNode block) {
        List<Passage> passages = new ArrayList<>();
        for (JsonNode element : Json.list(block, "elements")) {
            passages.add(passage(element));
        }
        return passages;
    }

    private static Passage passage(JsonNode element) {
        return switch (Json.text(element, "type")) {
            case "rich_text_list" ->
                    new Passage.Items(
                            Json.text(element, "style").equals("ordered"),
                            element.path("indent").asInt(0),
                            Json.stream(element, "elements")
                                    .map(item -> new Passage.Item(Passage.Box.NONE, spans(item)))
                                    .toList());
            case "rich_text_quote" -> new Passage.Quote(spans(element));
            case "rich_text_preformatted" -> new Passage.Preformatted(words(element));
            default -> new Passage.Paragraph(spans(element));
        };
    }

    private static String words(JsonNode element) {
        StringBuilder words = new StringBuilder();
        for (JsonNode part : Json.list(element, "elements")) {
            words.append(Json.has(part, "text") ? Json.text(part, "text") : Json.text(part, "url"));
        }
        return words.toString();
    }

    private static List<Span> spans(JsonNode element) {
        return Json.stream(element, "elements").map(part -> styled(part, span(part))).toList();
    }

    private static Span span(JsonNode part) {
        return switch (Json.text(part, "type")) {
            case "user" -> new Span.UserMention(Json.text(part, "user_id"));
            case "usergroup" -> new Span.GroupMention(Json.text(part, "usergroup_id"), "");
            case "channel" -> new Span.ChannelMention(Json.text(part, "channel_id"), "");
            case "broadcast" -> new Span.Broadcast(Json.text(part, "range"));
            case "emoji" -> new Span.Emoji(Json.text(part, "name"));
            case "link" -> {
                String label = Json.text(part, "text");
                String url = Json.text(part, "url");
                yield new Span.Link(url, label.isEmpty() ? url : label);
            }
            case "date" ->
                    new Span.Date(
                            part.path("timestamp").asLong(0),
                            Json.text(part, "format"),
                            Json.text(part, "url"),
                            Json.text(part, "fallback"));
            default -> new Span.Text(Json.text(part, "text"));
        };
    }

    private static Span styled(JsonNode part, Span span) {
        JsonNode style = part.path("style");
        Span result = span;
        if (Json.flag(style, "code") && span instanceof Span.Text(String words)) {
            result = new Span.Code(words);
        }
        for (Span.Style each : Span.Style.values()) {
            if (Json.flag(style, each.name().toLowerCase(Locale.ROOT))) {
                result = new Span.Styled(each, List.of(result));
            }
        }
        return result;
    }

    /** What the composer sends for words that already carry Slack's tokens for names. */
    public static ObjectNode typed(String mrkdwn) {
        ArrayNode sections = Json.array();
        for (Passage passage : Mrkdwn.parse(mrkdwn)) {
            sections.add(
                    switch (passage) {
                        case Passage.Preformatted(String code) ->
                                element("rich_text_preformatted", List.of(new Span.Text(code)));
                        case Passage.Quote(List<Span> spans) -> element("rich_text_quote", spans);
                        case Passage.Paragraph(List<Span> spans) ->
                                element("rich_text_section", spans);
                        case Passage.Heading(int level, List<Span> spans) ->
                                element("rich_text_section", spans);
                        case Passage.Items items -> element("rich_text_section", List.of());
                        case Passage.Table table -> element("rich_text_section", List.of());
                        case Passage.Rule rule -> element("rich_text_section", List.of());
                    });
        }
        ObjectNode block = Json.object().put("type", "rich_text");
        block.set("elements", sections);
        return block;
    }

    private static ObjectNode element(String type, List<Span> spans) {
        ObjectNode element = Json.object().put("type", type);
        ArrayNode parts = element.putArray("elements");
        spans.forEach(span -> RichTextParts.add(span, List.of(), parts));
        return element;
    }
}
