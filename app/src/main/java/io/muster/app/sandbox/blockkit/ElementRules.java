package io.muster.app.sandbox.blockkit;

import static io.muster.app.sandbox.blockkit.Parts.BOX_OPTION;
import static io.muster.app.sandbox.blockkit.Parts.HTTP_URL;
import static io.muster.app.sandbox.blockkit.Parts.initialAmongOptions;
import static io.muster.app.sandbox.blockkit.Parts.plainText;
import static io.muster.app.sandbox.blockkit.Rule.array;
import static io.muster.app.sandbox.blockkit.Rule.flag;
import static io.muster.app.sandbox.blockkit.Rule.integer;
import static io.muster.app.sandbox.blockkit.Rule.oneOf;
import static io.muster.app.sandbox.blockkit.Rule.string;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Every interactive element, and which of them each kind of block takes. */
final class ElementRules {
    private static final Rule ID = string(1, 255);
    private static final Rule NAME = string(1, 255);
    private static final Rule DATE =
            Rule.matching(Pattern.compile("\\d{4}-\\d{2}-\\d{2}"), "must be a date YYYY-MM-DD");
    private static final Rule TIME =
            Rule.matching(Pattern.compile("(?:[01]\\d|2[0-3]):[0-5]\\d"), "must be a time HH:mm");
    private static final Rule NUMBER =
            Rule.matching(Pattern.compile("-?\\d+(?:\\.\\d+)?"), "must be a number");

    static final Rule IMAGE =
            Shape.typed()
                    .required("alt_text", string(1, 2000))
                    .optional("image_url", HTTP_URL)
                    .optional("slack_file", Parts.SLACK_FILE)
                    .also(Rule.oneRequired("image_url", "slack_file"))
                    .also(Rule.onlyOne("image_url", "slack_file"));

    private static final Rule BUTTON =
            confirmable()
                    .required("text", plainText(1, 75))
                    .optional("value", string(2000))
                    .optional("url", HTTP_URL)
                    .optional("style", oneOf("primary", "danger"))
                    .optional("accessibility_label", string(75));

    private static final Map<String, Rule> MENUS = menus();
    private static final Map<String, Rule> PICKERS = pickers();
    private static final Map<String, Rule> INPUTS = inputs();

    static final Rule IN_ACTIONS =
            Rule.byType(
                    Tables.join(
                            MENUS,
                            PICKERS,
                            Map.of(
                                    "button", BUTTON,
                                    "overflow", overflow(),
                                    "workflow_button", workflowButton(),
                                    "rich_text_input", INPUTS.get("rich_text_input"))));

    static final Rule IN_SECTION =
            Rule.byType(
                    Tables.join(
                            MENUS,
                            Tables.without(PICKERS, "datetimepicker"),
                            Map.of(
                                    "button",
                                    BUTTON,
                                    "overflow",
                                    overflow(),
                                    "workflow_button",
                                    workflowButton(),
                                    "image",
                                    IMAGE)));

    static final Rule IN_INPUT = Rule.byType(Tables.join(MENUS, PICKERS, INPUTS));

    static final Rule IN_CARD = Rule.byType(Map.of("button", BUTTON));

    static final Rule IN_CONTEXT_ACTIONS =
            Rule.byType(Map.of("feedback_buttons", feedback(), "icon_button", iconButton()));

    private ElementRules() {}

    private static Shape element() {
        return Shape.typed().optional("action_id", ID);
    }

    private static Shape confirmable() {
        return element().optional("confirm", Parts.CONFIRM);
    }

    private static Shape focusable() {
        return confirmable().optional("focus_on_load", flag());
    }

    private static Shape select() {
        return focusable().optional("placeholder", plainText(1, 150));
    }

    private static Shape multi() {
        return select().optional("max_selected_items", integer(1, Integer.MAX_VALUE));
    }

    private static Shape written() {
        return element()
                .optional("focus_on_load", flag())
                .optional("placeholder", plainText(1, 150))
                .optional("dispatch_action_config", Parts.DISPATCH_CONFIG);
    }

    private static Map<String, Rule> menus() {
        Map<String, Rule> menus = new LinkedHashMap<>();
        menus.put(
                "static_select",
                Parts.menu(select().optional("initial_option", Parts.MENU_OPTION))
                        .also(initialAmongOptions()));
        menus.put(
                "multi_static_select",
                Parts.menu(multi().optional("initial_options", array(1, 100, Parts.MENU_OPTION)))
                        .also(initialAmongOptions()));
        menus.put(
                "external_select",
                select().optional("initial_option", Parts.MENU_OPTION)
                        .optional("min_query_length", integer(0, 255)));
        menus.put(
                "multi_external_select",
                multi().optional("initial_options", array(1, 100, Parts.MENU_OPTION))
                        .optional("min_query_length", integer(0, 255)));
        menus.put("users_select", select().optional("initial_user", NAME));
        menus.put("multi_users_select", multi().optional("initial_users", array(1, 100, NAME)));
        menus.put(
                "conversations_select",
                conversations(select())
                        .optional("initial_conversation", NAME)
                        .optional("response_url_enabled", flag()));
        menus.put(
                "multi_conversations_select",
                conversations(multi()).optional("initial_conversations", array(1, 100, NAME)));
        menus.put(
                "channels_select",
                select().optional("initial_channel", NAME)
                        .optional("response_url_enabled", flag()));
        menus.put(
                "multi_channels_select", multi().optional("initial_channels", array(1, 100, NAME)));
        return menus;
    }

    private static Shape conversations(Shape menu) {
        return menu.optional("default_to_current_conversation", flag())
                .optional("filter", Parts.FILTER);
    }

    private static Map<String, Rule> pickers() {
        Map<String, Rule> pickers = new LinkedHashMap<>();
        pickers.put("datepicker", select().optional("initial_date", DATE));
        pickers.put(
                "timepicker",
                select().optional("initial_time", TIME).optional("timezone", string(1, 255)));
        pickers.put(
                "datetimepicker",
                focusable()
                        .optional("initial_date_time", integer(1_000_000_000, Integer.MAX_VALUE)));
        pickers.put(
                "checkboxes",
                focusable()
                        .required("options", array(1, 10, BOX_OPTION))
                        .optional("initial_options", array(1, 10, BOX_OPTION))
                        .also(initialAmongOptions()));
        pickers.put(
                "radio_buttons",
                focusable()
                        .required("options", array(1, 10, BOX_OPTION))
                        .optional("initial_option", BOX_OPTION)
                        .also(initialAmongOptions()));
        return pickers;
    }

    private static Map<String, Rule> inputs() {
        Map<String, Rule> inputs = new LinkedHashMap<>();
        inputs.put(
                "plain_text_input",
                written()
                        .optional("initial_value", string(3000))
                        .optional("multiline", flag())
                        .optional("min_length", integer(0, 3000))
                        // Slack documents no cap here; 3000 is what a field was seen to hold.
                        .optional("max_length", integer(1, 3000)));
        inputs.put("email_text_input", written().optional("initial_value", string(3000)));
        inputs.put("url_text_input", written().optional("initial_value", string(3000)));
        inputs.put(
                "number_input",
                written()
                        .required("is_decimal_allowed", flag())
                        .optional("initial_value", NUMBER)
                        .optional("min_value", NUMBER)
                        .optional("max_value", NUMBER));
        inputs.put(
                "rich_text_input",
                written()
                        .optional("initial_value", RichTextRules.BLOCK)
                        .optional("min_lines", integer(1, 100))
                        .optional("max_lines", integer(1, 100)));
        inputs.put(
                "file_input",
                element()
                        .optional("filetypes", array(1, 100, string(1, 50)))
                        .optional("max_files", integer(1, 10)));
        return inputs;
    }

    private static Rule overflow() {
        return confirmable().required("options", array(1, 5, Parts.OVERFLOW_OPTION));
    }

    private static Rule workflowButton() {
        return confirmable()
                .required("text", plainText(1, 75))
                .required("workflow", Rule.anything())
                .optional("style", oneOf("primary", "danger"))
                .optional("accessibility_label", string(75));
    }

    private static Rule feedback() {
        Rule button =
                Shape.object()
                        .required("text", plainText(1, 75))
                        .required("value", string(2000))
                        .optional("accessibility_label", string(75));
        return element().required("positive_button", button).required("negative_button", button);
    }

    private static Rule iconButton() {
        return confirmable()
                .required("icon", string(1, 255))
                .required("text", plainText(1, 75))
                .optional("accessibility_label", string(75))
                .optional("value", string(2000))
                .optional("visible_to_user_ids", array(1, 100, NAME));
    }
}
