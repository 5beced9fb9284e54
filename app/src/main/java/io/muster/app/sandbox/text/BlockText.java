package io.muster.app.sandbox.text;

import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The words of blocks, in reading order. Buttons and menus are not words. */
public final class BlockText {
    private BlockText() {}

    /** What a message says: its blocks when it has any, else its text; then its attachments. */
    public static List<Passage> ofMessage(JsonNode message) {
        List<Passage> passages = new ArrayList<>(shown(message));
        for (JsonNode attachment : Json.list(message, "attachments")) {
            passages.addAll(ofAttachment(attachment));
        }
        return passages;
    }

    /** The body alone, which decides who is notified. */
    public static List<Passage> shown(JsonNode message) {
        List<JsonNode> blocks = Json.list(message, "blocks");
        return blocks.isEmpty() ? Mrkdwn.parse(Json.text(message, "text")) : ofBlocks(blocks);
    }

    public static List<Passage> ofBlocks(List<JsonNode> blocks) {
        return blocks.stream().flatMap(block -> ofBlock(block).stream()).toList();
    }

    private static List<Passage> ofAttachment(JsonNode attachment) {
        List<JsonNode> blocks = Json.list(attachment, "blocks");
        if (!blocks.isEmpty()) {
            return ofBlocks(blocks);
        }
        return Stream.of("pretext", "title", "text", "footer")
                .flatMap(field -> Mrkdwn.parse(Json.text(attachment, field)).stream())
                .toList();
    }

    private static List<Passage> ofBlock(JsonNode block) {
        return switch (Json.text(block, "type")) {
            case "section" -> texts(block.path("text"), block.path("fields"));
            case "header", "alert" -> text(block.path("text"));
            case "context" -> texts(Json.array(), block.path("elements"));
            case "image" -> imageWords(block);
            case "markdown" -> Markdown.parse(Json.text(block, "text"));
            case "rich_text" -> RichText.parse(block);
            case "table" -> List.of(table(block));
            case "input" -> texts(block.path("label"), Json.array());
            case "video" -> texts(block.path("title"), Json.array().add(block.path("description")));
            case "card" ->
                    Stream.of("title", "subtitle", "body")
                            .flatMap(field -> text(block.path(field)).stream())
                            .toList();
            case "carousel" -> ofBlocks(Json.list(block, "elements"));
            default -> List.of();
        };
    }

    private static List<Passage> texts(JsonNode first, JsonNode more) {
        List<Passage> passages = new ArrayList<>(text(first));
        Json.list(more).forEach(each -> passages.addAll(text(each)));
        return passages;
    }

    /** A text object; an image among the elements of a context is read by its description. */
    public static List<Passage> text(JsonNode object) {
        return switch (Json.text(object, "type")) {
            case "mrkdwn" -> Mrkdwn.parse(Json.text(object, "text"));
            case "plain_text", "raw_text" -> plain(Json.text(object, "text"));
            case "image" -> plain(Json.text(object, "alt_text"));
            default -> List.of();
        };
    }

    private static List<Passage> imageWords(JsonNode block) {
        List<Passage> title = text(block.path("title"));
        return title.isEmpty() ? plain(Json.text(block, "alt_text")) : title;
    }

    private static Passage table(JsonNode block) {
        List<List<List<Span>>> rows = new ArrayList<>();
        for (JsonNode row : Json.list(block, "rows")) {
            rows.add(Json.list(row).stream().map(BlockText::cell).toList());
        }
        return new Passage.Table(rows);
    }

    private static List<Span> cell(JsonNode cell) {
        if (!Json.text(cell, "type").equals("rich_text")) {
            return List.of(new Span.Text(Json.text(cell, "text")));
        }
        return RichText.parse(cell).stream()
                .flatMap(passage ->
                        passage instanceof Passage.Paragraph(List<Span> spans)
                                ? spans.stream()
                                : Stream.empty())
                .toList();
    }

    /** Plain text has emoji and nothing else. */
    public static List<Passage> plain(String text) {
        return text.isEmpty() ? List.of() : List.of(new Passage.Paragraph(Emoji.spans(text)));
    }
}
