package io.muster.app.sandbox.blockkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

class BlockKitTest {
    private static final String BUTTON =
            "{'type':'button','action_id':'a%s','text':{'type':'plain_text','text':'%s'}%s}";

    private static String a(int length) {
        return "a".repeat(length);
    }

    private static String repeat(int times, String element) {
        return String.join(",", Collections.nCopies(times, element));
    }

    private static String section(String more) {
        return "{'type':'section','text':{'type':'mrkdwn','text':'t'}%s}".formatted(more);
    }

    private static String accessory(String element) {
        return section(",'accessory':" + element);
    }

    private static String button(String text, String more) {
        return BUTTON.formatted("", text, more);
    }

    private static String options(int number) {
        return repeat(number, option("o", "v"));
    }

    private static String option(String text, String value) {
        return "{'text':{'type':'plain_text','text':'%s'},'value':'%s'}".formatted(text, value);
    }

    private static String select(String more) {
        return accessory("{'type':'static_select','action_id':'s'%s}".formatted(more));
    }

    private static String plain(String text) {
        return "{'type':'plain_text','text':'%s'}".formatted(text);
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                // what, the longest that passes, the shortest that does not, where it is said
                limit(
                        "section text",
                        n -> "{'type':'section','text':{'type':'mrkdwn','text':'" + a(n) + "'}}",
                        3000,
                        "/0/text/text"),
                limit(
                        "section fields",
                        n -> "{'type':'section','fields':[" + repeat(n, plain("f")) + "]}",
                        10,
                        "/0/fields"),
                limit(
                        "a section field",
                        n -> "{'type':'section','fields':[" + plain(a(n)) + "]}",
                        2000,
                        "/0/fields/0/text"),
                limit(
                        "header",
                        n -> "{'type':'header','text':" + plain(a(n)) + "}",
                        150,
                        "/0/text/text"),
                limit(
                        "context elements",
                        n -> "{'type':'context','elements':[" + repeat(n, plain("c")) + "]}",
                        10,
                        "/0/elements"),
                limit(
                        "actions elements",
                        n -> "{'type':'actions','elements':[" + buttons(n) + "]}",
                        25,
                        "/0/elements"),
                limit(
                        "button text",
                        n -> accessory(button(a(n), "")),
                        75,
                        "/0/accessory/text/text"),
                limit(
                        "button value",
                        n -> accessory(button("b", ",'value':'" + a(n) + "'")),
                        2000,
                        "/0/accessory/value"),
                limit(
                        "button url",
                        n -> accessory(button("b", ",'url':'https://" + a(n - 8) + "'")),
                        3000,
                        "/0/accessory/url"),
                limit(
                        "button label",
                        n -> accessory(button("b", ",'accessibility_label':'" + a(n) + "'")),
                        75,
                        "/0/accessory/accessibility_label"),
                limit(
                        "action_id",
                        n ->
                                accessory(
                                        "{'type':'button','action_id':'"
                                                + a(n)
                                                + "','text':"
                                                + plain("b")
                                                + "}"),
                        255,
                        "/0/accessory/action_id"),
                limit(
                        "block_id",
                        n -> "{'type':'divider','block_id':'" + a(n) + "'}",
                        255,
                        "/0/block_id"),
                limit(
                        "menu options",
                        n -> select(",'options':[" + options(n) + "]"),
                        100,
                        "/0/accessory/options"),
                limit(
                        "option text",
                        n -> select(",'options':[" + option(a(n), "v") + "]"),
                        75,
                        "/0/accessory/options/0/text/text"),
                limit(
                        "option value",
                        n -> select(",'options':[" + option("o", a(n)) + "]"),
                        150,
                        "/0/accessory/options/0/value"),
                limit(
                        "option groups",
                        n ->
                                select(
                                        ",'option_groups':["
                                                + repeat(
                                                        n,
                                                        "{'label':"
                                                                + plain("g")
                                                                + ",'options':["
                                                                + options(1)
                                                                + "]}")
                                                + "]"),
                        100,
                        "/0/accessory/option_groups"),
                limit(
                        "group label",
                        n ->
                                select(
                                        ",'option_groups':[{'label':"
                                                + plain(a(n))
                                                + ",'options':["
                                                + options(1)
                                                + "]}]"),
                        75,
                        "/0/accessory/option_groups/0/label/text"),
                limit(
                        "placeholder",
                        n -> select(",'options':[" + options(1) + "],'placeholder':" + plain(a(n))),
                        150,
                        "/0/accessory/placeholder/text"),
                limit(
                        "overflow options",
                        n ->
                                accessory(
                                        "{'type':'overflow','action_id':'o','options':["
                                                + options(n)
                                                + "]}"),
                        5,
                        "/0/accessory/options"),
                limit(
                        "checkboxes",
                        n ->
                                accessory(
                                        "{'type':'checkboxes','action_id':'o','options':["
                                                + options(n)
                                                + "]}"),
                        10,
                        "/0/accessory/options"),
                limit(
                        "radio buttons",
                        n ->
                                accessory(
                                        "{'type':'radio_buttons','action_id':'o','options':["
                                                + options(n)
                                                + "]}"),
                        10,
                        "/0/accessory/options"),
                limit(
                        "confirm title",
                        n ->
                                accessory(
                                        button(
                                                "b",
                                                ",'confirm':{'title':"
                                                        + plain(a(n))
                                                        + ",'text':"
                                                        + plain("t")
                                                        + "}")),
                        100,
                        "/0/accessory/confirm/title/text"),
                limit(
                        "confirm text",
                        n -> accessory(button("b", ",'confirm':{'text':" + plain(a(n)) + "}")),
                        300,
                        "/0/accessory/confirm/text/text"),
                limit(
                        "confirm yes",
                        n ->
                                accessory(
                                        button(
                                                "b",
                                                ",'confirm':{'text':"
                                                        + plain("t")
                                                        + ",'confirm':"
                                                        + plain(a(n))
                                                        + "}")),
                        30,
                        "/0/accessory/confirm/confirm/text"),
                limit(
                        "confirm no",
                        n ->
                                accessory(
                                        button(
                                                "b",
                                                ",'confirm':{'text':"
                                                        + plain("t")
                                                        + ",'deny':"
                                                        + plain(a(n))
                                                        + "}")),
                        30,
                        "/0/accessory/confirm/deny/text"),
                limit(
                        "image alt text",
                        n ->
                                "{'type':'image','image_url':'https://x.y/z','alt_text':'"
                                        + a(n)
                                        + "'}",
                        2000,
                        "/0/alt_text"),
                limit(
                        "image title",
                        n ->
                                "{'type':'image','image_url':'https://x.y/z','alt_text':'i','title':"
                                        + plain(a(n))
                                        + "}",
                        2000,
                        "/0/title/text"),
                limit(
                        "input label",
                        n ->
                                "{'type':'input','label':"
                                        + plain(a(n))
                                        + ",'element':{'type':'plain_text_input'}}",
                        2000,
                        "/0/label/text"),
                limit(
                        "input hint",
                        n ->
                                "{'type':'input','label':"
                                        + plain("l")
                                        + ",'hint':"
                                        + plain(a(n))
                                        + ",'element':{'type':'plain_text_input'}}",
                        2000,
                        "/0/hint/text"),
                limit(
                        "input max_length",
                        n ->
                                "{'type':'input','label':"
                                        + plain("l")
                                        + ",'element':{'type':'plain_text_input','max_length':"
                                        + n
                                        + "}}",
                        3000,
                        "/0/element/max_length"),
                limit(
                        "markdown",
                        n -> "{'type':'markdown','text':'" + a(n) + "'}",
                        12_000,
                        "/0/text"),
                limit(
                        "table rows",
                        n ->
                                "{'type':'table','rows':["
                                        + repeat(n, "[{'type':'raw_text','text':'c'}]")
                                        + "]}",
                        100,
                        "/0/rows"),
                limit(
                        "table cells",
                        n ->
                                "{'type':'table','rows':[["
                                        + repeat(n, "{'type':'raw_text','text':'c'}")
                                        + "]]}",
                        20,
                        "/0/rows/0"),
                limit(
                        "video title",
                        n ->
                                "{'type':'video','video_url':'https://x.y','thumbnail_url':'https://x.y','alt_text':'v','title':"
                                        + plain(a(n))
                                        + "}",
                        199,
                        "/0/title/text"),
                limit(
                        "card title",
                        n -> "{'type':'card','title':{'type':'mrkdwn','text':'" + a(n) + "'}}",
                        150,
                        "/0/title/text"),
                limit(
                        "card body",
                        n -> "{'type':'card','body':{'type':'mrkdwn','text':'" + a(n) + "'}}",
                        200,
                        "/0/body/text"),
                limit(
                        "carousel",
                        n ->
                                "{'type':'carousel','elements':["
                                        + repeat(n, "{'type':'card'}")
                                        + "]}",
                        10,
                        "/0/elements"));
    }

    private static String buttons(int number) {
        StringBuilder buttons = new StringBuilder();
        for (int i = 0; i < number; i++) {
            buttons.append(i == 0 ? "" : ",").append(BUTTON.formatted(i, "b", ""));
        }
        return buttons.toString();
    }

    private static Arguments limit(String what, IntFunction<String> block, int most, String at) {
        return Arguments.of(what, block.apply(most), block.apply(most + 1), at);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void each_limit_is_kept_to_the_character(String what, String most, String oneMore, String at) {
        assertThat(message("[" + most + "]")).as(what).isEmpty();
        assertThat(message("[" + oneMore + "]"))
                .as(what)
                .anyMatch(problem -> problem.endsWith("[json-pointer:/blocks" + at + "]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'section'}",
                "{'type':'section','text':{'type':'mrkdwn','text':''}}",
                "{'type':'section','text':{'type':'markdown','text':'a'}}",
                "{'type':'section','text':'a'}",
                "{'type':'section','text':{'type':'mrkdwn','text':'a'},'colour':'red'}",
                "{'type':'header','text':{'type':'mrkdwn','text':'a'}}",
                "{'type':'context','elements':[]}",
                "{'type':'actions'}",
                "{'type':'actions','elements':[{'type':'plain_text_input'}]}",
                "{'type':'image','alt_text':'a'}",
                "{'type':'image','image_url':'ftp://a','alt_text':'a'}",
                "{'type':'input','label':{'type':'plain_text','text':'a'}}",
                "{'type':'alert','text':{'type':'mrkdwn','text':'a'}}",
                "{'type':'cat'}",
                "{}",
                "7",
            })
    void a_block_that_is_not_right_is_refused(String block) {
        assertThat(message("[" + block + "]")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",'options':[],'action_id':'s'",
                ",'options':[{'text':{'type':'mrkdwn','text':'a'},'value':'v'}]",
                ",'options':[{'text':{'type':'plain_text','text':'a'}}]",
                ",'style':'primary'",
            })
    void a_menu_that_is_not_right_is_refused(String more) {
        assertThat(message("[" + select(more) + "]")).isNotEmpty();
    }

    @Test
    void a_menu_has_options_or_groups_and_not_both() {
        String groups =
                "'option_groups':[{'label':" + plain("g") + ",'options':[" + options(1) + "]}]";

        assertThat(message("[" + select(",'options':[" + options(1) + "]," + groups) + "]"))
                .isNotEmpty();
        assertThat(message("[" + select("") + "]")).isNotEmpty();
    }

    @Test
    void what_is_chosen_from_the_start_must_be_among_the_choices() {
        String chosen =
                ",'initial_option':" + option("other", "v") + ",'options':[" + options(1) + "]";

        assertThat(message("[" + select(chosen) + "]"))
                .singleElement()
                .asString()
                .contains("must match one of the options");
    }

    @Test
    void a_message_has_fifty_blocks_a_view_a_hundred() {
        assertThat(message("[" + repeat(50, "{'type':'divider'}") + "]")).isEmpty();
        assertThat(message("[" + repeat(51, "{'type':'divider'}") + "]"))
                .containsExactly("[ERROR] no more than 50 items allowed [json-pointer:/blocks]");
        assertThat(modal(repeat(100, "{'type':'divider'}"), "")).isEmpty();
        assertThat(modal(repeat(101, "{'type':'divider'}"), "")).isNotEmpty();
        assertThat(home(repeat(100, "{'type':'divider'}"))).isEmpty();
        assertThat(home(repeat(101, "{'type':'divider'}"))).isNotEmpty();
    }

    @Test
    void ids_do_not_come_twice() {
        String divider = "{'type':'divider','block_id':'d'}";
        assertThat(message("[" + divider + "," + divider + "]"))
                .singleElement()
                .asString()
                .contains("`block_id` d already exists");
        assertThat(
                        message(
                                "[{'type':'actions','elements':["
                                        + button("a", "")
                                        + ","
                                        + button("b", "")
                                        + "]}]"))
                .singleElement()
                .asString()
                .contains("`action_id` \"a\" already exists in block");
    }

    @Test
    void markdown_is_counted_over_the_whole_message() {
        String half = "{'type':'markdown','text':'" + a(6_001) + "'}";

        assertThat(message("[" + half + "," + half + "]")).isNotEmpty();
    }

    @Test
    void a_message_has_one_table() {
        String table = "{'type':'table','rows':[[{'type':'raw_text','text':'c'}]]}";

        assertThat(message("[" + table + "," + table + "]")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'markdown','text':'a'}",
                "{'type':'table','rows':[[{'type':'raw_text','text':'c'}]]}",
            })
    void some_blocks_are_for_messages_only(String block) {
        assertThat(message("[" + block + "]")).isEmpty();
        assertThat(modal(block, "")).isNotEmpty();
        assertThat(home(block)).isNotEmpty();
    }

    @Test
    void an_alert_is_for_modals_only() {
        String alert = "{'type':'alert','text':{'type':'mrkdwn','text':'a'}}";

        assertThat(modal(alert, "")).isEmpty();
        assertThat(home(alert)).isNotEmpty();
    }

    @Test
    void a_modal_with_an_input_must_be_submittable() {
        String input =
                "{'type':'input','label':" + plain("l") + ",'element':{'type':'plain_text_input'}}";

        assertThat(modal(input, ",'submit':" + plain("Go"))).isEmpty();
        assertThat(modal(input, ""))
                .containsExactly(
                        "[ERROR] missing required field: submit [json-pointer:/view/submit]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "submit", "close"})
    void the_words_around_a_modal_have_twenty_four_characters(String field) {
        String divider = "{'type':'divider'}";
        String title = field.equals("title") ? "" : ",'title':" + plain("t");

        assertThat(view("'type':'modal'" + title + ",'" + field + "':" + plain(a(24)), divider))
                .isEmpty();
        assertThat(view("'type':'modal'" + title + ",'" + field + "':" + plain(a(25)), divider))
                .isNotEmpty();
    }

    @Test
    void what_a_view_carries_has_limits() {
        assertThat(modal("{'type':'divider'}", ",'private_metadata':'" + a(3000) + "'")).isEmpty();
        assertThat(modal("{'type':'divider'}", ",'private_metadata':'" + a(3001) + "'"))
                .isNotEmpty();
        assertThat(modal("{'type':'divider'}", ",'callback_id':'" + a(256) + "'")).isNotEmpty();
        assertThat(modal("{'type':'divider'}", ",'external_id':'" + a(256) + "'")).isNotEmpty();
        assertThat(modal("{'type':'divider'}", ",'size':'large'")).isNotEmpty();
        assertThat(modal("", "")).isNotEmpty();
        assertThat(ViewKit.tooLarge(a(250_001))).isTrue();
    }

    @Test
    void every_kind_of_input_is_known() {
        for (String element :
                List.of(
                        "{'type':'email_text_input'}",
                        "{'type':'url_text_input'}",
                        "{'type':'number_input','is_decimal_allowed':true,'min_value':'1'}",
                        "{'type':'rich_text_input'}",
                        "{'type':'file_input','max_files':10}",
                        "{'type':'users_select'}",
                        "{'type':'multi_conversations_select','filter':{'include':['public']}}",
                        "{'type':'external_select','min_query_length':0}",
                        "{'type':'datepicker','initial_date':'2026-01-31'}",
                        "{'type':'timepicker','initial_time':'23:59'}",
                        "{'type':'datetimepicker','initial_date_time':1628633820}")) {
            String block = "{'type':'input','label':" + plain("l") + ",'element':" + element + "}";
            assertThat(modal(block, ",'submit':" + plain("Go"))).as(element).isEmpty();
        }
    }

    @Test
    void the_blocks_of_a_composed_message_pass() {
        assertThat(
                        message(
                                """
                                [{'type':'rich_text','elements':[
                                  {'type':'rich_text_section','elements':[
                                    {'type':'text','text':'a','style':{'bold':true}},
                                    {'type':'user','user_id':'U1'},{'type':'broadcast','range':'here'}]},
                                  {'type':'rich_text_list','style':'bullet','indent':1,'elements':[
                                    {'type':'rich_text_section','elements':[]}]}]}]
                                """))
                .isEmpty();
    }

    private static List<String> message(String blocks) {
        return BlockKit.checkMessage(json(blocks), "/blocks").messages();
    }

    private static List<String> modal(String blocks, String more) {
        return view("'type':'modal','title':" + plain("t") + more, blocks);
    }

    private static List<String> home(String blocks) {
        return view("'type':'home'", blocks);
    }

    private static List<String> view(String head, String blocks) {
        return ViewKit.check(json("{" + head + ",'blocks':[" + blocks + "]}")).messages();
    }

    private static JsonNode json(String text) {
        return Json.of(text.replace('\'', '"'));
    }
}
