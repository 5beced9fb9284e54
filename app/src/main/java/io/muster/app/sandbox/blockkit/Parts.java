package io.muster.app.sandbox.blockkit;

import static io.muster.app.sandbox.blockkit.Rule.array;
import static io.muster.app.sandbox.blockkit.Rule.flag;
import static io.muster.app.sandbox.blockkit.Rule.oneOf;
import static io.muster.app.sandbox.blockkit.Rule.string;

import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Composition objects: texts, options, confirmation dialogs, filters. */
final class Parts {
    static final int OPTIONS = 100;
    private static final int TEXT = 3000;

    static final Rule HTTP_URL =
            string(1, 3000)
                    .and(Rule.matching(Pattern.compile("https?://\\S+"), "must be a valid URL"));

    static final Rule CONFIRM =
            Shape.object()
                    .optional("title", plainText(1, 100))
                    .required("text", text(1, 300))
                    .optional("confirm", plainText(1, 30))
                    .optional("deny", plainText(1, 30))
                    .optional("style", oneOf("primary", "danger"));

    static final Rule FILTER =
            Shape.object()
                    .optional("include", array(1, 4, oneOf("im", "mpim", "private", "public")))
                    .optional("exclude_external_shared_channels", flag())
                    .optional("exclude_bot_users", flag())
                    .also(
                            Rule.oneRequired(
                                    "include",
                                    "exclude_external_shared_channels",
                                    "exclude_bot_users"));

    static final Rule DISPATCH_CONFIG =
            Shape.object()
                    .required(
                            "trigger_actions_on",
                            array(1, 2, oneOf("on_enter_pressed", "on_character_entered")));

    static final Rule SLACK_FILE =
            Shape.object()
                    .optional("id", string(1, 255))
                    .optional("url", HTTP_URL)
                    .also(Rule.oneRequired("id", "url"));

    private Parts() {}

    static Rule plainText(int min, int max) {
        return (value, at, findings) -> {
            if (!Json.text(value, "type").equals("plain_text") && value.isObject()) {
                findings.add(at + "/type", "must be plain_text");
                return;
            }
            Shape.typed()
                    .required("text", string(min, max))
                    .optional("emoji", flag())
                    .check(value, at, findings);
        };
    }

    static Rule text(int min, int max) {
        Shape mrkdwn =
                Shape.typed().required("text", string(min, max)).optional("verbatim", flag());
        return Rule.byType(Map.of("mrkdwn", mrkdwn, "plain_text", plainText(min, max)));
    }

    static Rule text() {
        return text(1, TEXT);
    }

    static Rule mrkdwn(int max) {
        return Rule.byType(
                Map.of(
                        "mrkdwn",
                        Shape.typed()
                                .required("text", string(1, max))
                                .optional("verbatim", flag())));
    }

    /** An option of a menu, whose words are plain. */
    static final Rule MENU_OPTION = option(plainText(1, 75), false);

    /** An option of checkboxes or radio buttons, whose words may have style. */
    static final Rule BOX_OPTION = option(text(1, 75), false);

    static final Rule OVERFLOW_OPTION = option(plainText(1, 75), true);

    private static Rule option(Rule text, boolean mayLink) {
        Shape option =
                Shape.object()
                        .required("text", text)
                        .required("value", string(1, 150))
                        .optional("description", text(1, 75));
        return mayLink ? option.optional("url", HTTP_URL) : option;
    }

    private static final Rule OPTION_GROUP =
            Shape.object()
                    .required("label", plainText(1, 75))
                    .required("options", array(1, OPTIONS, MENU_OPTION));

    /** A menu has options or groups of them, never both and never neither. */
    static Shape menu(Shape shape) {
        return shape.optional("options", array(1, OPTIONS, MENU_OPTION))
                .optional("option_groups", array(1, OPTIONS, OPTION_GROUP))
                .also(Rule.oneRequired("options", "option_groups"))
                .also(Rule.onlyOne("options", "option_groups"));
    }

    /** What an external menu is answered with. */
    static final Rule SUGGESTIONS =
            Shape.object()
                    .optional("options", array(0, OPTIONS, MENU_OPTION))
                    .optional("option_groups", array(0, OPTIONS, OPTION_GROUP))
                    .also(Rule.oneRequired("options", "option_groups"))
                    .also(Rule.onlyOne("options", "option_groups"));

    /** What is chosen from the start must be one of the choices, to the letter. */
    static Rule initialAmongOptions() {
        return (value, at, findings) -> {
            List<JsonNode> offered = options(value);
            if (Json.has(value, "initial_option")
                    && !offered.contains(value.get("initial_option"))) {
                findings.add(at + "/initial_option", "must match one of the options");
            }
            for (JsonNode chosen : Json.list(value, "initial_options")) {
                if (!offered.contains(chosen)) {
                    findings.add(at + "/initial_options", "must match the options");
                }
            }
        };
    }

    /** Every option of an element, its groups unfolded. */
    static List<JsonNode> options(JsonNode element) {
        if (Json.has(element, "options")) {
            return Json.list(element, "options");
        }
        return Json.stream(element, "option_groups")
                .flatMap(group -> Json.stream(group, "options"))
                .toList();
    }
}
