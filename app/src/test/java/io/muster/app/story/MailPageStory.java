package io.muster.app.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import io.muster.app.demo.Demo;
import io.muster.app.sandbox.Browser;
import io.muster.app.sandbox.Person;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The demo's mailbox in a real browser. */
class MailPageStory {
    @Test
    @Tag("F05")
    @Tag("F09")
    void a_page_that_nobody_answers_lies_in_the_mailbox() {
        try (Browser browser = new Browser();
                Demo demo = Demo.start("featuresignals", 0)) {
            Page page = browser.open(demo.sandbox(), 1000, 800, ColorScheme.LIGHT);
            Person ana = demo.sandbox().workspace().person("ana");
            ana.types(
                    demo.sandbox().workspace().channel("general"),
                    "/incident declare P0 Checkout is down");
            page.waitForSelector(".side-row:has-text('inc-1-checkout-is-down')");
            page.getByText("+15 min").first().click();
            Awaitility.await()
                    .atMost(Story.PATIENCE)
                    .until(() -> !demo.sandbox().mail().mails().isEmpty());
            page.navigate(demo.page().resolve("/mail").toString());
            assertThat(page.locator("h2").first()).hasText("[INC-1] P0 page: Checkout is down");
            assertThat(page.locator("pre").first()).containsText("/incident ack INC-1");
            Browser.picture(page, "mailbox");
        }
    }
}
