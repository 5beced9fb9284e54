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

/** The Home, a pushpin, shortcuts and a catch-up by hand; each step leaves a picture. */
class TalkPageStory {
    @Test
    @Tag("F27")
    void the_home_a_pushpin_and_the_shortcuts_are_there_for_a_hand() {
        try (Browser browser = new Browser();
                Demo demo = Demo.start("featuresignals", 0)) {
            Page page = browser.open(demo.sandbox(), 1280, 1000, ColorScheme.LIGHT);
            new Walk(page).go();
        }
    }

    private record Walk(Page page) {
        void go() {
            type("Checkout shows an error in all shops since nine");
            Locator said = message("Checkout shows an error");
            menu(said, "Declare from message");
            Locator form = dialog("Declare an incident");
            picture("01-declare-from-message");
            form.locator("button.select").first().click();
            page.locator("[role=option]").first().click();
            form.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Declare").setExact(true))
                    .click();
            page.waitForTimeout(1_500);
            page.keyboard().press("Escape");
            page.waitForTimeout(1_500);
            picture("02-thread");
            page.click(".side-row:has-text('inc-1-')");
            type("The pool of connections is empty");
            Locator pool = message("The pool of connections is empty");
            pool.hover();
            pool.locator("[aria-label='React with pushpin']").click();
            type("@muster what now?");
            type("/incident summary");
            page.waitForTimeout(2_000);
            picture("03-pushpin-and-summary");
            type("/incident timeline");
            dialog("INC-1 timeline");
            picture("04-timeline");
            page.keyboard().press("Escape");
            type("/incident handover @ben the pool is what matters");
            page.waitForTimeout(1_500);
            picture("05-handover");
            page.click(".side-row:has-text('Muster')");
            assertThat(page.getByText("On call now")).isVisible();
            page.waitForTimeout(500);
            picture("06-home");
        }

        private void type(String words) {
            page.fill("#composer", words);
            page.press("#composer", "Enter");
            page.waitForTimeout(600);
        }

        private Locator message(String words) {
            Locator found = page.locator(".message:not(.whisper):has-text('" + words + "')").last();
            assertThat(found).isVisible();
            return found;
        }

        private void menu(Locator message, String entry) {
            message.hover();
            message.getByRole(
                            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("More actions"))
                    .first()
                    .click();
            page.locator("[role=menuitem]:has-text('" + entry + "')").first().click();
        }

        private Locator dialog(String name) {
            Locator dialog =
                    page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(name));
            assertThat(dialog).isVisible();
            return dialog;
        }

        private void picture(String name) {
            Browser.picture(page, "talk-" + name);
        }
    }
}
