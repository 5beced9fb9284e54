package io.muster.app.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import io.muster.app.demo.Demo;
import io.muster.app.sandbox.Browser;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.regex.Pattern;

/** The pictures as people see them, with the words that a screen reader says instead. */
class PicturePageStory {
    @Test
    @Tag("F08")
    @Tag("F25")
    void the_pictures_can_be_seen_and_heard() {
        try (Browser browser = new Browser();
                Demo demo = Demo.start("featuresignals", 0)) {
            Page page = browser.open(demo.sandbox(), 1280, 1200, ColorScheme.LIGHT);
            type(page, "/incident declare P0 Checkout is down");
            page.click(".side-row:has-text('inc-1')");
            type(page, "/incident ack");
            type(page, "/incident phase containment start");
            type(page, "/incident update A disk is full, checkout is read-only");
            type(page, "/incident picture");
            Locator picture =
                    page.getByRole(
                            AriaRole.IMG,
                            new Page.GetByRoleOptions()
                                    .setName(Pattern.compile("^Timeline of INC-1 · P0")));
            assertThat(picture).isVisible();
            type(page, "/incident resolve rolled back");
            type(page, "/incident charts");
            page.waitForTimeout(3_000);
            Browser.picture(page, "picture-01-channel");
            page.click(".side-row:has-text('Messages')");
            Locator charts =
                    page.getByRole(
                            AriaRole.IMG,
                            new Page.GetByRoleOptions()
                                    .setName(Pattern.compile("^Charts of the incident response")));
            assertThat(charts.first()).isVisible();
            page.waitForTimeout(1_000);
            Browser.picture(page, "picture-02-charts");
            page.click(".side-row:has-text('Muster')");
            assertThat(page.getByText("1 incident · clocks met").first()).isVisible();
            page.setViewportSize(1280, 2000);
            Browser.picture(page, "picture-03-home");
        }
    }

    private static void type(Page page, String words) {
        page.fill("#composer", words);
        page.press("#composer", "Enter");
        page.waitForTimeout(700);
    }
}
