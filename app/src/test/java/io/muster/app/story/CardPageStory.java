package io.muster.app.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import io.muster.app.demo.Demo;
import io.muster.app.sandbox.Browser;

import org.junit.jupiter.api.Test;

/** The card through the life of an incident, in a real browser; each step leaves a picture. */
class CardPageStory {
    @Test
    void the_next_act_stands_first_whatever_the_status() {
        try (Browser browser = new Browser();
                Demo demo = Demo.start("featuresignals", 0)) {
            Page page = browser.open(demo.sandbox(), 1280, 1240, ColorScheme.LIGHT);
            Walk walk = new Walk(page);
            walk.security();
            walk.operational();
            walk.inPrivate();
            walk.drill();
        }
    }

    private record Walk(Page page) {
        void security() {
            type("/incident declare P0 Odd logins in the admin console");
            enter("inc-1-odd-logins");
            shows("01-reported", "Acknowledge");
            type("/incident ack");
            shows("02-acknowledged", "Confirm");
            button("More").click();
            assertThat(item("Who must know")).isVisible();
            picture("03-more");
            item("Change severity").click();
            assertThat(dialog()).isVisible();
            picture("04-change-severity");
            page.keyboard().press("Escape");
            type("/incident confirm security");
            shows("05-confirmed", "Post update");
            button("Notices").click();
            assertThat(dialog()).containsText("Write a notice");
            picture("06-notices");
            page.keyboard().press("Escape");
            type("/incident draft customer-breach");
            dialog().getByLabel("Text", new Locator.GetByLabelOptions().setExact(true))
                    .fill("On 4 March somebody signed in who should not have.");
            dialog().getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Save").setExact(true))
                    .click();
            page.waitForTimeout(1_000);
            button("Notices").click();
            assertThat(dialog()).containsText("Other notices");
            picture("07-notices-written");
            page.keyboard().press("Escape");
            button("Resolve").click();
            dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Resolve"))
                    .click();
            shows("08-resolved", "It came back");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("+24 h").setExact(true))
                    .click();
            shows("09-stable", "Close");
            type("/incident close");
            shows("10-closed", "Reopen");
        }

        void operational() {
            type("/incident declare P3 Search is slow");
            enter("inc-2-search-is-slow");
            type("/incident confirm operational");
            shows("11-operational", "Post update");
            type("/incident dismiss INC-2 a load test");
            shows("12-dismissed", "Reopen");
        }

        void inPrivate() {
            type("/incident report A key may have leaked");
            enter("sec-3");
            shows("13-private", "Acknowledge");
        }

        void drill() {
            type("/incident drill P1 x10 Ransomware in the office");
            enter("drill-4-ransomware");
            shows("14-drill", "End the drill");
        }

        private void type(String words) {
            page.fill("#composer", words);
            page.press("#composer", "Enter");
        }

        private void enter(String channel) {
            page.click(".side-row:has-text('" + channel + "')");
        }

        /** The card is there, with this button on it. */
        private void shows(String name, String label) {
            assertThat(button(label)).isVisible();
            page.waitForTimeout(1_800);
            page.locator(".talk").evaluate("talk => { talk.scrollTop = 0; }");
            picture(name);
        }

        private Locator button(String label) {
            return page.locator(".message:not(.whisper)")
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName(label).setExact(true))
                    .first();
        }

        private Locator item(String label) {
            return page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(label));
        }

        private Locator dialog() {
            return page.getByRole(AriaRole.DIALOG).last();
        }

        private void picture(String name) {
            page.waitForTimeout(300);
            Browser.picture(page, "card-" + name);
        }
    }
}
