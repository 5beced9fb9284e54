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

/** Who must know, as it looks; each step leaves a picture. */
class AudiencePageStory {
    @Test
    @Tag("S04")
    void a_commander_looks_who_must_know() {
        try (Browser browser = new Browser();
                Demo demo = Demo.start("soc2-irp-001", 0)) {
            Page page = browser.open(demo.sandbox(), 1280, 1100, ColorScheme.LIGHT);
            type(page, "/incident declare P1 Database breached");
            page.click(".side-row:has-text('inc-1-database-breached')");
            assertThat(page.locator(".block-header").first()).containsText("Database breached");
            page.waitForTimeout(1_500);
            button(page, "More").click();
            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Who must know"))
                    .click();
            Locator sheet = dialog(page, "INC-1 who must know");
            picture(page, "01-sheet");
            sheet.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("I have told them"))
                    .first()
                    .click();
            Locator form = dialog(page, "Told by hand");
            form.getByLabel("How did you tell them?").fill("Mail to all@example.com at 10:05");
            picture(page, "02-form");
            form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Record"))
                    .click();
            dialog(page, "INC-1 who must know")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Answer no"))
                    .first()
                    .click();
            page.waitForTimeout(1_000);
            picture(page, "03-told");
            page.keyboard().press("Escape");
            push(page, "+1 h");
            page.waitForTimeout(2_500);
            picture(page, "04-room");
            type(page, "/incident declare P4 Phishing mail that nobody clicked");
            type(page, "/incident declare P4 Lost badge");
            page.waitForTimeout(1_500);
            push(page, "+24 h");
            page.waitForTimeout(5_000);
            picture(page, "05-a-day-later");
            for (String who : new String[] {"Eli Tanaka", "Sam Lindqvist"}) {
                as(page, who);
                page.click(".side-row:has-text('Muster')");
                page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Messages"))
                        .click();
                page.waitForTimeout(700);
                picture(page, "06-" + who.substring(0, 3).toLowerCase(java.util.Locale.ROOT));
            }
        }
    }

    private static void as(Page page, String who) {
        page.click("button.who");
        page.click("[role=menuitem]:has-text('" + who + "')");
        page.waitForTimeout(500);
    }

    private static void type(Page page, String words) {
        page.fill("#composer", words);
        page.press("#composer", "Enter");
    }

    private static Locator button(Page page, String label) {
        return page.locator(".message:not(.whisper)")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .first();
    }

    private static Locator dialog(Page page, String name) {
        Locator dialog = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(name));
        assertThat(dialog).isVisible();
        return dialog;
    }

    private static void push(Page page, String label) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true))
                .click();
    }

    private static void picture(Page page, String name) {
        Browser.picture(page, "audience-" + name);
    }
}
