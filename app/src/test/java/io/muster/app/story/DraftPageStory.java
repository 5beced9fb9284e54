package io.muster.app.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import io.muster.app.demo.Demo;
import io.muster.app.sandbox.Browser;
import io.muster.app.sandbox.Person;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** A notice on its way out, in a real browser; each step leaves a picture. */
class DraftPageStory {
    @Test
    @Tag("F18")
    void a_notice_is_written_approved_released_and_sent() {
        try (Browser browser = new Browser();
                Demo demo = Demo.start("featuresignals", 0)) {
            Page page = browser.open(demo.sandbox(), 1280, 900, ColorScheme.LIGHT);
            page.fill("#composer", "/incident declare P0 Odd logins in the admin console");
            page.press("#composer", "Enter");
            assertThat(page.locator(".message.whisper").first()).containsText("is declared");
            page.click(".side-row:has-text('inc-1-odd-logins')");
            button(page, "Notices").click();
            Locator list = dialog(page, "INC-1 notices");
            Browser.picture(page, "draft-01-empty");
            list.getByText("Write a notice").click();
            page.waitForTimeout(700);
            Browser.picture(page, "draft-02-purpose");
            page.keyboard().press("Escape");
            page.waitForTimeout(500);
            page.fill("#composer", "/incident draft customer-breach");
            page.press("#composer", "Enter");
            page.waitForTimeout(1_000);
            Browser.picture(page, "draft-02b-typed");
            Locator form = dialog(page, "Customer breach notice");
            Browser.picture(page, "draft-03-form");
            form.getByLabel("Text", new Locator.GetByLabelOptions().setExact(true))
                    .fill(
                            "We are writing because a security incident affects data that you"
                                    + " entrusted to us.\n\nWhat happened: an API key leaked and was"
                                    + " used on 4 March between 09:10 and 09:40 UTC.\nWhich data:"
                                    + " names and email addresses.\n\nWe are sorry.");
            form.getByText("Ask for review at once").click();
            Browser.picture(page, "draft-04-filled");
            form.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Save").setExact(true))
                    .click();
            said(page, "waits for approval by");
            Browser.picture(page, "draft-05-submitted");
            Person lena = demo.sandbox().workspace().person("lena");
            Person cleo = demo.sandbox().workspace().person("cleo");
            as(page, "Lena");
            page.click(".side-row:has-text('Muster')");
            page.waitForTimeout(800);
            Browser.picture(page, "draft-06-home");
            page.getByText("Messages", new Page.GetByTextOptions().setExact(true)).first().click();
            page.waitForTimeout(500);
            Browser.picture(page, "draft-07-dm");
            button(page, "Approve").click();
            dialog(page, "Approve N-1");
            Browser.picture(page, "draft-08-approve");
            page.keyboard().press("Escape");
            lena.clicks(lena.directMessages().getLast(), "Approve");
            lena.submits(lena.modal().orElseThrow(), Map.of());
            page.waitForTimeout(1_000);
            Browser.picture(page, "draft-09-approved-dm");
            page.click(".side-row:has-text('inc-1-odd-logins')");
            said(page, "it can be released");
            cleo.types(
                    demo.sandbox().workspace().channel("inc-1-odd-logins-in-the-admin-console"),
                    "/incident approve N-1");
            cleo.clicksIn(cleo.modal().orElseThrow(), "Release");
            page.waitForTimeout(800);
            cleo.submits(cleo.modal().orElseThrow(), Map.of());
            said(page, "may be sent now");
            Browser.picture(page, "draft-10-released");
            button(page, "Mark as sent").click();
            dialog(page, "Mark as sent");
            Browser.picture(page, "draft-11-send-form");
            page.keyboard().press("Escape");
            button(page, "Read all").click();
            page.waitForTimeout(800);
            Browser.picture(page, "draft-12-sheet");
        }
    }

    private static void as(Page page, String name) {
        page.click("#who");
        page.click("[role=menuitem]:has-text('" + name + "')");
        page.waitForTimeout(800);
    }

    private static Locator button(Page page, String label) {
        return page.locator(".message:not(.whisper)")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .last();
    }

    private static Locator dialog(Page page, String name) {
        Locator dialog = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(name));
        assertThat(dialog).isVisible();
        return dialog;
    }

    private static void said(Page page, String words) {
        assertThat(page.locator(".message", new Page.LocatorOptions().setHasText(words)).last())
                .isVisible(
                        new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                                .setTimeout(15_000));
    }
}
