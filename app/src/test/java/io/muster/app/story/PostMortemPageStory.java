package io.muster.app.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import io.muster.app.demo.Demo;
import io.muster.app.sandbox.Browser;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.regex.Pattern;

/** The post-mortem as a person sees it, in a real browser; each step leaves a picture. */
class PostMortemPageStory {
    @Test
    @Tag("F22")
    @Tag("F23")
    void a_post_mortem_is_written_read_and_followed_up() {
        try (Browser browser = new Browser();
                Demo demo = Demo.start("featuresignals", 0)) {
            new Walk(browser.open(demo.sandbox(), 1280, 1100, ColorScheme.LIGHT)).walk();
        }
    }

    private record Walk(Page page) {
        void walk() {
            page.click(".side-row:has-text('incidents')");
            type("/incident declare P0 Checkout is down");
            page.locator(".side-row:has-text('inc-1')").waitFor();
            page.click(".side-row:has-text('inc-1')");
            said("Phases");
            type("/incident ack");
            type("/incident note The cache node swaps since 09:58");
            type("/incident update A node of the cache is full. Checkout is read-only.");
            type("/incident resolve Cache limited and restarted");
            said("Post-mortem drafted from the record");
            picture("01-drafted");
            type("/incident postmortem");
            picture("02-overview");
            in("Write").click();
            Locator form = page.getByRole(AriaRole.DIALOG).last();
            form.locator("textarea")
                    .fill(
                            "The cache had no limit, so it grew until the node swapped.\n"
                                    + "Ben should have set one; it was human error.");
            picture("03-section");
            form.getByText("Save").click();
            waitFor("may sound like blame");
            picture("04-warned");
            close();
            type("/incident action add");
            waitFor("Who does it?");
            picture("05-action-form");
            close();
            type("/incident action add Alert when the cache is 80 % full @ben by in 2 weeks");
            said("Action item 1 for");
            type("/incident action add Give the cache a limit of 4 GB @ana by tomorrow");
            said("Action item 2 for");
            type("/incident action list");
            waitFor("Give the cache a limit");
            picture("06-action-list");
            in("Change").click();
            waitFor("Where does it stand?");
            picture("07-action-change");
            close();
            for (int day = 0; day < 4; day++) {
                page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName("+24 h").setExact(true))
                        .click();
            }
            said("Open post-mortem");
            picture("08-reminder");
            page.locator(".message:has-text('drafted from the record')")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Read it"))
                    .click();
            waitFor("Timeline");
            picture("09-read");
            close();
            page.click(".side-row:has-text('Muster')");
            picture("10-home");
        }

        private Locator in(String label) {
            return page.getByRole(AriaRole.DIALOG)
                    .last()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions()
                                    .setName(Pattern.compile("^" + label + "(:.*)?$")))
                    .first();
        }

        private void close() {
            page.getByRole(AriaRole.DIALOG).last().getByLabel("Close").first().click();
            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
            page.waitForTimeout(300);
        }

        private void waitFor(String words) {
            assertThat(page.getByText(words).first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
        }

        private void type(String words) {
            page.fill("#composer", words);
            page.press("#composer", "Enter");
        }

        private void said(String words) {
            assertThat(page.locator(".message", new Page.LocatorOptions().setHasText(words)).last())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
        }

        private void picture(String name) {
            page.waitForTimeout(400);
            Browser.picture(page, "post-mortem-" + name);
        }
    }
}
