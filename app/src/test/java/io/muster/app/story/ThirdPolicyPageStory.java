package io.muster.app.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import io.muster.app.demo.Demo;
import io.muster.app.sandbox.Browser;

import org.junit.jupiter.api.Test;

/**
 * Titles that run from right to left or carry accents, as people see them; each leaves a picture.
 */
class ThirdPolicyPageStory {
    @Test
    void cards_and_sheets_can_be_read_whichever_way_their_titles_run() {
        try (Browser browser = new Browser();
                Demo demo = Demo.start(ThirdPolicyStory.POLICY, 0)) {
            Page page = browser.open(demo.sandbox(), 1280, 1500, ColorScheme.LIGHT);
            type(
                    page,
                    "/incident declare NOIR Bloc opératoire : plus de dossier · تعطل الملف الطبي");
            page.click(".side-row:has-text('inc-1')");
            Locator card =
                    page.locator(
                            ".message",
                            new Page.LocatorOptions().setHasText("Start Riposte · التصدي"));
            assertThat(card.first()).isVisible();
            type(page, "/incident ack");
            type(page, "/incident phase riposte start");
            picture(page, "01-card");
            type(page, "/incident checklist");
            assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
            picture(page, "02-checklist");
            page.keyboard().press("Escape");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Evidence"))
                    .first()
                    .click();
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Tell الشؤون القانونية");
            picture(page, "03-evidence");
        }
    }

    private static void type(Page page, String words) {
        page.fill("#composer", words);
        page.press("#composer", "Enter");
        page.waitForTimeout(700);
    }

    private static void picture(Page page, String name) {
        Browser.picture(page, "third-" + name);
    }
}
