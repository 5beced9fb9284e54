package io.muster.app.slack.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.LayoutBlock;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Buttons that look alike do not sound alike. */
@Tag("M6")
class SpokenLabelsTest {
    @Test
    void buttons_of_one_name_say_what_they_are_about() {
        assertThat(
                        SlackJson.of(
                                List.of(
                                        item("*Isolate* <@U1> <!date^1^{time}|09:00>"),
                                        item("A &lt; B"))))
                .contains("\"accessibility_label\":\"Change: Isolate  09:00\"".replace("  ", " "))
                .contains("\"accessibility_label\":\"Change: A < B\"");
    }

    @Test
    void a_button_whose_name_is_its_own_needs_no_other() {
        assertThat(SlackJson.of(List.of(item("one")))).doesNotContain("accessibility_label");
    }

    @Test
    void what_is_too_long_to_be_told_apart_is_numbered() {
        String spoken = SlackJson.of(List.of(item("x".repeat(200)), item("x".repeat(200))));
        assertThat(spoken).contains("xxx…\"").contains("xxx… 2\"");
        assertThat(spoken.replaceAll(".*\"accessibility_label\":\"([^\"]*)\".*", "$1").length())
                .isLessThanOrEqualTo(75);
    }

    private static LayoutBlock item(String words) {
        var section = Shapes.section(words);
        section.setAccessory(Shapes.button("Change", "change", "1"));
        return section;
    }
}
