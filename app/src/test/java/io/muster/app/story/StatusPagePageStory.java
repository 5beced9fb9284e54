package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import io.muster.app.sandbox.Browser;
import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Person;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The public page in a real browser: light, dark, on a phone, and to those who cannot see it. */
class StatusPagePageStory {
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    @Test
    @Tag("F16")
    void the_page_can_be_read_by_everybody() throws IOException {
        try (Browser browser = new Browser();
                Story story = Story.begin(ThirdPolicyStory.POLICY, Transport.HTTP)) {
            URI page = story.muster().address().resolve("/status");
            look(browser.open(page, 1000, 900, ColorScheme.LIGHT), "01-quiet");
            publish(story);
            form(browser, story);
            story.eventually("the page is current", () -> isCurrent(browser, page));
            look(browser.open(page, 1000, 1100, ColorScheme.LIGHT), "02-light");
            look(browser.open(page, 1000, 1100, ColorScheme.DARK), "03-dark");
            look(browser.open(page, 360, 1300, ColorScheme.DARK), "04-phone");
        }
    }

    private static void form(Browser browser, Story story) {
        Page slack = browser.open(story.sandbox(), 1280, 1000, ColorScheme.LIGHT);
        slack.click(".side-row:has-text('inc-2-second')");
        slack.fill("#composer", "/incident statuspage");
        slack.press("#composer", "Enter");
        dialog(slack, "Status page");
        Browser.picture(slack, "status-05-form");
        slack.keyboard().press("Escape");
        slack.waitForTimeout(500);
        slack.fill("#composer", "/incident maintenance");
        slack.press("#composer", "Enter");
        slack.waitForTimeout(500);
        dialog(slack, "Maintenance");
        Browser.picture(slack, "status-06-maintenance");
        slack.close();
    }

    private static void dialog(Page slack, String name) {
        slack.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(name)).waitFor();
    }

    private static boolean isCurrent(Browser browser, URI page) {
        try (Page opened = browser.open(page, 400, 400, ColorScheme.LIGHT)) {
            return opened.content().contains("Search finds nothing")
                    && opened.content().contains("Move of the database");
        }
    }

    private static void publish(Story story) {
        Person ana = story.person("ana");
        Channel general = story.channel("general");
        ana.types(general, "/incident declare noir First");
        Channel first = story.soonStartingWith("inc-1");
        say(ana, first, "Search finds nothing", "Investigating", "Degraded performance", "Odd.");
        say(ana, first, "Search finds nothing", "Resolved", "Operational", "It is over. Sorry.");
        ana.types(general, "/incident declare noir Second");
        Channel second = story.soonStartingWith("inc-2");
        say(
                ana,
                second,
                "Trouble with orders",
                "Investigating",
                "Partial outage",
                "Some orders fail. We are looking into it.");
        say(
                ana,
                second,
                "Trouble with orders",
                "Identified",
                "Major outage",
                "A disk is full, and no order goes through.\n\nWe are making room and will write"
                        + " again at 11:30 UTC.");
        ana.types(general, "/incident maintenance");
        long begin = story.muster().now().getEpochSecond() / 60 * 60 + 86_400;
        Map<String, String> form = new LinkedHashMap<>();
        form.put("What is done?", "Move of the database");
        form.put("Which components are affected?", "API");
        form.put("When does it begin?", String.valueOf(begin));
        form.put("When will it be over?", String.valueOf(begin + 7_200));
        form.put("What will people notice?", "The API is slower.");
        ana.submits(ana.modal().orElseThrow(), form);
    }

    private static void say(
            Person ana, Channel room, String title, String state, String checkout, String text) {
        ana.types(room, "/incident statuspage");
        ana.submits(
                ana.modal().orElseThrow(),
                Map.of(
                        "What shall the public call it?", title,
                        "Where does it stand?", state,
                        "Checkout", checkout,
                        "What do people notice, and what do you do?", text));
    }

    /** A picture, and everything that can be checked without eyes. */
    static void look(Page page, String name) throws IOException {
        Browser.picture(page, "status-" + name);
        assertThat(page.evaluate("document.scripts.length")).isEqualTo(0);
        assertThat(page.evaluate("document.documentElement.lang")).isEqualTo("en");
        assertThat(page.evaluate("getComputedStyle(document.body).maxWidth"))
                .as("the policy of the page lets its own style sheet in")
                .isEqualTo("736px");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nobody has to scroll sideways")
                .isEqualTo(true);
        assertThat(headings(page)).as("no heading leaves out a level").isEmpty();
        page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true");
        page.evaluate(axe());
        assertThat(
                        page.evaluate(
                                """
                                () => axe.run(document).then(found => found.violations.map(
                                    v => v.id + ': ' + v.nodes.map(n => n.html).join(' | ')))\
                                """))
                .as("what axe finds")
                .isEqualTo(List.of());
        page.close();
    }

    private static List<String> headings(Page page) {
        List<String> skipped = new ArrayList<>();
        int before = 0;
        for (var heading : page.locator("h1, h2, h3, h4, h5, h6").all()) {
            int level =
                    Integer.parseInt(((String) heading.evaluate("h => h.tagName")).substring(1));
            if (level > before + 1) {
                skipped.add(heading.textContent());
            }
            before = level;
        }
        return skipped;
    }

    private static String axe() throws IOException {
        try (InputStream in = StatusPagePageStory.class.getResourceAsStream(AXE)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
