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

/** The document as people see it; each step leaves a picture. */
class DocumentPageStory {
    @Test
    @Tag("F08")
    void the_canvas_and_what_stands_in_for_it_can_be_read() {
        try (Browser browser = new Browser();
                Demo demo = Demo.start("featuresignals", 0)) {
            Page page = browser.open(demo.sandbox(), 1280, 1400, ColorScheme.LIGHT);
            type(page, "/incident declare P0 Checkout is down");
            page.click(".side-row:has-text('inc-1')");
            type(page, "/incident ack");
            type(page, "/incident update A disk is full, checkout is read-only");
            Locator link =
                    page.getByRole(
                            AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Document"));
            assertThat(link.first()).isVisible();
            page.waitForTimeout(6_000); // the document keeps its pace
            picture(page, "01-card");
            Page canvas = page.waitForPopup(() -> link.first().click());
            canvas.setViewportSize(1280, 3200);
            assertThat(canvas.locator(".canvas-title")).containsText("Checkout is down");
            assertThat(canvas.locator(".canvas")).containsText("A disk is full");
            picture(canvas, "02-canvas");

            demo.sandbox()
                    .faults()
                    .error(
                            "conversations.canvases.create",
                            "team_tier_cannot_create_channel_canvases",
                            1);
            type(page, "/incident declare P1 Search is slow");
            page.click(".side-row:has-text('inc-2')");
            assertThat(
                            page.locator(
                                    ".message",
                                    new Page.LocatorOptions().setHasText("Kept current by Muster")))
                    .isVisible();
            type(page, "/incident export");
            assertThat(page.locator(".file-card")).isVisible();
            page.waitForTimeout(1_500);
            page.setViewportSize(1280, 3400);
            picture(page, "03-message");
        }
    }

    private static void type(Page page, String words) {
        page.fill("#composer", words);
        page.press("#composer", "Enter");
        page.waitForTimeout(700);
    }

    private static void picture(Page page, String name) {
        Browser.picture(page, "document-" + name);
    }
}
