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

/** Standing in on call, as a person sees it. */
class OnCallPageStory {
    @Test
    @Tag("F05")
    void somebody_stands_in_by_hand() {
        try (Browser browser = new Browser();
                Demo demo = Demo.start("featuresignals", 0)) {
            new Walk(browser.open(demo.sandbox(), 1280, 1000, ColorScheme.LIGHT)).go();
        }
    }

    private record Walk(Page page) {
        void go() {
            type("/incident declare P2 Checkout is slow");
            type("/incident oncall");
            assertThat(page.locator(".message.whisper").last()).containsText("On call now");
            picture("01-sheet");
            type("/incident oncall override @ben on-call");
            Locator form = dialog("Override on call");
            picture("02-form");
            form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Override"))
                    .click();
            Locator sheet = dialog("On call");
            assertThat(sheet).containsText("Overrides");
            page.waitForTimeout(500);
            picture("03-overridden");
            page.keyboard().press("Escape");
            page.waitForTimeout(2_500);
            page.click(".side-row:has-text('incidents')");
            page.waitForTimeout(800);
            picture("04-announced");
            page.click("button.who");
            page.click("[role=menuitem]:has-text('Ben Okafor')");
            page.waitForTimeout(500);
            page.click(".side-row:has-text('Muster')");
            page.waitForTimeout(800);
            picture("05-home");
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Messages")).click();
            page.waitForTimeout(700);
            picture("06-told");
        }

        private void type(String words) {
            page.fill("#composer", words);
            page.press("#composer", "Enter");
            page.waitForTimeout(600);
        }

        private Locator dialog(String name) {
            Locator dialog =
                    page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(name));
            assertThat(dialog).isVisible();
            return dialog;
        }

        private void picture(String name) {
            Browser.picture(page, "oncall-" + name);
        }
    }
}
