package io.muster.app.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import io.muster.app.demo.Demo;
import io.muster.app.sandbox.Browser;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo as a newcomer walks through it, in a real browser; each step leaves a picture. */
class PageStory {
    @ParameterizedTest
    @Tag("M7")
    @CsvSource({
        "featuresignals, P0, Containment, Investigation, 1, LIGHT",
        "soc2-irp-001, P1, Contain, Eradicate, 3, DARK"
    })
    void a_newcomer_walks_from_declare_to_close(
            String policy,
            String severity,
            String first,
            String second,
            int days,
            ColorScheme scheme) {
        try (Browser browser = new Browser();
                Demo demo = Demo.start(policy, 0)) {
            Page page = browser.open(demo.sandbox(), 1280, 860, scheme);
            new Walk(page, policy).go(severity, first, second, days);
        }
    }

    private record Walk(Page page, String policy) {
        void go(String severity, String first, String second, int days) {
            picture("01-welcome");
            type("/incident declare " + severity + " Checkout is down");
            assertThat(page.locator(".message.whisper").first()).containsText("is declared");
            picture("02-declared");
            channel("inc-1-checkout-is-down");
            assertThat(page.locator(".block-header").first()).containsText("Checkout is down");
            assertThat(button("Acknowledge")).isVisible();
            page.waitForTimeout(1_500);
            picture("03-room");
            button("Acknowledge").click();
            said("Acknowledged by");
            assertThat(button("Post update")).isVisible(); // the card has followed
            button("More").click();
            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Assign roles"))
                    .click();
            dialog("Assign roles");
            picture("04-roles");
            page.keyboard().press("Escape");
            button("Start " + first).click();
            button("Start " + second).click();
            said(second + " started");
            button("Checklist").click();
            Locator checklist = dialog("INC-1 checklist");
            checklist.getByText("isolate", new Locator.GetByTextOptions().setExact(false)).first();
            picture("05-checklist");
            checklist.locator("input[type=checkbox]:not(:checked)").first().check();
            page.waitForTimeout(800);
            picture("06-ticked");
            page.keyboard().press("Escape");
            push("+1 h");
            said("Reminder: Status update");
            picture("07-reminder");
            push("+15 min");
            said("Escalation: Status update");
            picture("08-escalation");
            page.locator(
                            ".message",
                            new Page.LocatorOptions().setHasText("Escalation: Status update"))
                    .getByRole(
                            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Post update"))
                    .click();
            Locator update = dialog("Status update");
            update.getByLabel("What do we know? What changed?")
                    .fill("A node of the database is full. Checkout is read-only.");
            update.getByLabel("What are we doing?").fill("Failing over; 10 minutes.");
            picture("09-update");
            update.getByText("Post update").click();
            said("A node of the database is full");
            said("Done by");
            picture("10-updated");
            button("Resolve").click();
            page.getByRole(AriaRole.DIALOG)
                    .last()
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Resolve"))
                    .click();
            said("Resolved by");
            type("/incident close");
            assertThat(page.locator(".message.whisper").last()).containsText("Not yet");
            picture("11-too-early");
            for (int day = 0; day < days; day++) {
                push("+24 h");
            }
            said("has been stable long enough");
            picture("12-stable");
            type("/incident close");
            said("Closed by");
            picture("13-closed");
            type("/incident timeline");
            dialog("INC-1 timeline");
            picture("14-timeline");
            page.keyboard().press("Escape");
            channel("incidents");
            assertThat(page.locator(".message:has-text('INC-1')").first()).containsText("Closed");
            picture("15-announcement");
            page.click(".side-row:has-text('Muster')");
            assertThat(page.getByText("On call now")).isVisible();
            picture("16-home");
        }

        private void type(String words) {
            page.fill("#composer", words);
            page.press("#composer", "Enter");
        }

        private void channel(String name) {
            page.click(".side-row:has-text('" + name + "')");
        }

        private Locator button(String label) {
            return page.locator(".message:not(.whisper)")
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName(label).setExact(true))
                    .first();
        }

        private Locator dialog(String name) {
            Locator dialog =
                    page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(name));
            assertThat(dialog).isVisible();
            return dialog;
        }

        private void said(String words) {
            assertThat(page.locator(".message", new Page.LocatorOptions().setHasText(words)).last())
                    .isVisible(
                            new com.microsoft.playwright.assertions.LocatorAssertions
                                            .IsVisibleOptions()
                                    .setTimeout(15_000));
        }

        private void push(String label) {
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(label).setExact(true))
                    .click();
        }

        private void picture(String name) {
            Browser.picture(page, "story-" + policy + "-" + name);
        }
    }
}
