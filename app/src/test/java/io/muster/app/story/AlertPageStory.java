package io.muster.app.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import io.muster.app.demo.Demo;
import io.muster.app.sandbox.Browser;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An alert comes in at the press of a button of the demo; each step leaves a picture. */
class AlertPageStory {
    @Test
    @Tag("F04")
    void an_alert_comes_in_and_is_over() {
        try (Browser browser = new Browser();
                Demo demo = Demo.start("featuresignals", 0)) {
            Page page = browser.open(demo.sandbox(), 1280, 1000, ColorScheme.LIGHT);
            page.click("button:has-text('Fire an alert')");
            page.click(".side-row:has-text('inc-1-more-than-5-of-all')");
            assertThat(page.locator("body")).containsText("Open in Alertmanager");
            page.click("button:has-text('It is over')");
            assertThat(page.locator("body")).containsText("says that it is over");
            page.waitForTimeout(1_500);
            Browser.picture(page, "alerts-01-room");
            page.fill("#composer", "/incident alerts");
            page.press("#composer", "Enter");
            assertThat(page.locator(".message.whisper:has-text('Latest alerts')").first())
                    .isVisible();
            page.waitForTimeout(500);
            Browser.picture(page, "alerts-02-list");
        }
    }
}
