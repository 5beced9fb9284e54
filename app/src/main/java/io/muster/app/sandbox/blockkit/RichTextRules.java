package io.muster.app.sandbox.blockkit;

import static io.muster.app.sandbox.blockkit.Rule.array;
import static io.muster.app.sandbox.blockkit.Rule.flag;
import static io.muster.app.sandbox.blockkit.Rule.integer;
import static io.muster.app.sandbox.blockkit.Rule.oneOf;
import static io.muster.app.sandbox.blockkit.Rule.string;

import java.util.Map;

/** The {@code rich_text} block, the shape of what people type themselves. */
final class RichTextRules {
    private static final int MANY = 1000;

    private static final Rule STYLE =
            Shape.object()
                    .optional("bold", flag())
                    .optional("italic", flag())
                    .optional("strike", flag())
                    .optional("code", flag())
                    .optional("underline", flag())
                    .optional("highlight", flag())
                    .optional("client_highlight", flag())
                    .optional("unlink", flag());

    private static final Rule PART =
            Rule.byType(
                    Map.of(
                            "text", part().required("text", string(1, 40_000)),
                            "link",
                                    part().required("url", string(1, 3000))
                                            .optional("text", string(3000))
                                            .optional("unsafe", flag()),
                            "user", part().required("user_id", string(1, 255)),
                            "usergroup", part().required("usergroup_id", string(1, 255)),
                            "channel", part().required("channel_id", string(1, 255)),
                            "team", part().required("team_id", string(1, 255)),
                            "broadcast",
                                    part().required("range", oneOf("here", "channel", "everyone")),
                            "emoji",
                                    part().required("name", string(1, 255))
                                            .optional("unicode", string(255))
                                            .optional("url", string(3000))
                                            .optional("skin_tone", integer(1, 6)),
                            "color", part().required("value", string(1, 30)),
                            "date",
                                    part().required("timestamp", integer(0, Integer.MAX_VALUE))
                                            .required("format", string(1, 255))
                                            .optional("url", string(3000))
                                            .optional("fallback", string(3000))));

    private static final Rule SECTION = Shape.typed().required("elements", array(0, MANY, PART));
    private static final Rule BORDER = integer(0, 1);

    private static final Rule ELEMENT =
            Rule.byType(
                    Map.of(
                            "rich_text_section", SECTION,
                            "rich_text_quote",
                                    Shape.typed()
                                            .required("elements", array(0, MANY, PART))
                                            .optional("border", BORDER),
                            "rich_text_preformatted",
                                    Shape.typed()
                                            .required("elements", array(0, MANY, PART))
                                            .optional("border", BORDER)
                                            .optional("language", string(50)),
                            "rich_text_list",
                                    Shape.typed()
                                            .required("style", oneOf("bullet", "ordered"))
                                            .required(
                                                    "elements",
                                                    array(
                                                            0,
                                                            MANY,
                                                            Rule.byType(
                                                                    Map.of(
                                                                            "rich_text_section",
                                                                            SECTION))))
                                            .optional("indent", integer(0, 8))
                                            .optional("offset", integer(0, MANY))
                                            .optional("border", BORDER)));

    static final Rule BLOCK =
            Shape.typed()
                    .optional("block_id", string(1, 255))
                    .required("elements", array(0, MANY, ELEMENT));

    private RichTextRules() {}

    private static Shape part() {
        return Shape.typed().optional("style", STYLE);
    }
}
