package io.muster.app.sandbox.blockkit;

import static io.muster.app.sandbox.blockkit.Parts.HTTP_URL;
import static io.muster.app.sandbox.blockkit.Parts.plainText;
import static io.muster.app.sandbox.blockkit.Parts.text;
import static io.muster.app.sandbox.blockkit.Rule.array;
import static io.muster.app.sandbox.blockkit.Rule.flag;
import static io.muster.app.sandbox.blockkit.Rule.oneOf;
import static io.muster.app.sandbox.blockkit.Rule.string;

import java.util.LinkedHashMap;
import java.util.Map;

/** Every kind of block, alone: what its fields may hold. */
final class BlockRules {
    static final Rule BLOCK = Rule.byType(kinds());

    private BlockRules() {}

    private static Shape block() {
        return Shape.typed().optional("block_id", string(1, 255));
    }

    private static Map<String, Rule> kinds() {
        Map<String, Rule> kinds = new LinkedHashMap<>();
        kinds.put("section", section());
        kinds.put("header", block().required("text", plainText(1, 150)));
        kinds.put("divider", block());
        kinds.put("context", block().required("elements", array(1, 10, contextElement())));
        kinds.put("actions", block().required("elements", array(1, 25, ElementRules.IN_ACTIONS)));
        kinds.put(
                "context_actions",
                block().required("elements", array(1, 5, ElementRules.IN_CONTEXT_ACTIONS)));
        kinds.put("image", image());
        kinds.put("input", input());
        kinds.put("markdown", block().required("text", string(1, 12_000)));
        kinds.put("rich_text", RichTextRules.BLOCK);
        kinds.put("table", table());
        kinds.put("video", video());
        kinds.put(
                "file",
                block().required("source", oneOf("remote"))
                        .required("external_id", string(1, 255)));
        kinds.put(
                "alert",
                block().required("text", text(1, 200))
                        .optional(
                                "level", oneOf("default", "info", "warning", "error", "success")));
        kinds.put("card", card());
        kinds.put(
                "carousel",
                block().required("elements", array(1, 10, Rule.byType(Map.of("card", card())))));
        return kinds;
    }

    private static Rule section() {
        return block().optional("text", text())
                .optional("fields", array(1, 10, text(1, 2000)))
                .optional("accessory", ElementRules.IN_SECTION)
                .optional("expand", flag())
                .also(Rule.oneRequired("text", "fields"));
    }

    private static Rule contextElement() {
        Rule words = text();
        return Rule.byType(
                Map.of("image", ElementRules.IMAGE, "mrkdwn", words, "plain_text", words));
    }

    private static Rule image() {
        return block().required("alt_text", string(1, 2000))
                .optional("image_url", HTTP_URL)
                .optional("slack_file", Parts.SLACK_FILE)
                .optional("title", plainText(1, 2000))
                .also(Rule.oneRequired("image_url", "slack_file"))
                .also(Rule.onlyOne("image_url", "slack_file"));
    }

    private static Rule input() {
        return block().required("label", plainText(1, 2000))
                .required("element", ElementRules.IN_INPUT)
                .optional("hint", plainText(1, 2000))
                .optional("optional", flag())
                .optional("dispatch_action", flag());
    }

    private static Rule table() {
        Rule cell =
                Rule.byType(
                        Map.of(
                                "raw_text",
                                Shape.typed().required("text", string(1, 3000)),
                                "rich_text",
                                RichTextRules.BLOCK));
        Rule column =
                Shape.object()
                        .optional("align", oneOf("left", "center", "right"))
                        .optional("is_wrapped", flag());
        return block().required("rows", array(1, 100, array(1, 20, cell)))
                .optional("column_settings", array(0, 20, column));
    }

    private static Rule video() {
        return block().required("video_url", HTTP_URL)
                .required("thumbnail_url", HTTP_URL)
                .required("alt_text", string(1, 2000))
                .required("title", plainText(1, 199))
                .optional("title_url", HTTP_URL)
                .optional("author_name", string(49))
                .optional("provider_name", string(255))
                .optional("provider_icon_url", HTTP_URL)
                .optional("description", plainText(1, 2000));
    }

    private static Rule card() {
        return block().optional("title", Parts.mrkdwn(150))
                .optional("subtitle", Parts.mrkdwn(150))
                .optional("body", Parts.mrkdwn(200))
                .optional("icon", ElementRules.IMAGE)
                .optional("hero_image", ElementRules.IMAGE)
                .optional("actions", array(1, 5, ElementRules.IN_CARD));
    }
}
